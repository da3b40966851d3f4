import { Copy, CornerDownLeft, LocateFixed } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { SearchHit, SimilarPassages } from '../../shared/contract/search-commands.ts'
import { commonRuns, linePairs } from '../../shared/text/common-runs.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { paperText } from '../backend/paper-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { officePack } from '../ui/office-pack.ts'
import { placeText, shareText, type TakenPassage } from './hit-text.ts'
import { Marked } from './Marked.tsx'

interface SimilarDialogProps {
  source: SimilarPassages['sources'][number]
  /** The draft that was compared, and its letters. */
  text: string
  characters: number
  onJump(range: Range): void
  onInsert(passage: TakenPassage): void
  /** Shows the paper itself. */
  onOpen(place: SearchHit): void
  onClose(): void
}

/** Letters in a row that count as the same; what 雷同 counts from too. */
const LEAST = 20

/** 雷同 with one paper: the paragraphs of both side by side, what is the same marked in each. */
export function SimilarDialog({ source, text, characters, ...act }: SimilarDialogProps) {
  const backend = useBackend()
  const { from, shared } = source
  const [other, setOther] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const read =
      from.source === 'document'
        ? backend.call('library.get', { id: from.ref }).then((document) => document.text)
        : paperText(backend, { paperId: from.ref, meetingId: from.meetingId ?? '' }, officePack.get().facts)
    read.then(
      (found) => !gone && setOther(found),
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, from])
  const pairs = useMemo(
    () => (other === null ? [] : linePairs(text, other, commonRuns(text, other, LEAST))),
    [text, other],
  )
  const copy = async (words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      notify('已复制。', { tone: 'good' })
    } catch {
      notify('没能复制。请选中这一段，按 Ctrl+C。', { tone: 'bad' })
    }
  }
  const open = () => act.onOpen({ ...from, kind: 'paragraph', text: '', marks: [], whole: pairs[0]?.other ?? '' })
  return (
    <Dialog
      title="雷同的地方并排看"
      size="sheet"
      onClose={act.onClose}
      footer={
        <>
          <Button onPress={open}>打开来源</Button>
          <Button onPress={act.onClose}>关闭</Button>
        </>
      }
    >
      <p className="search-count">
        本稿有 {shareText({ shared, characters })}（{shared} 字）和{placeText(from)}相同。
      </p>
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {other !== null && pairs.length === 0 && (
        <p className="search-count">来源改过了，现在没有连着 {LEAST} 字以上相同的地方。</p>
      )}
      <ol className="similar-pairs" aria-label="雷同的段落">
        {pairs.map((pair) => (
          <li key={`${pair.start} ${pair.other.slice(0, 40)}`} className="similar-pair">
            <section aria-label="本稿">
              <small>本稿</small>
              <p>
                <Marked text={pair.text} marks={pair.marks} />
              </p>
              <Button
                size="small"
                look="quiet"
                icon={<LocateFixed aria-hidden />}
                onPress={() => {
                  act.onClose()
                  act.onJump({ start: pair.start, end: pair.start + pair.text.length })
                }}
              >
                到这一段
              </Button>
            </section>
            <section aria-label="来源">
              <small>{placeText(from)}</small>
              <p>
                <Marked text={pair.other} marks={pair.otherMarks} />
              </p>
              <Button size="small" look="quiet" icon={<Copy aria-hidden />} onPress={() => void copy(pair.other)}>
                复制
              </Button>
              <Button
                size="small"
                look="quiet"
                icon={<CornerDownLeft aria-hidden />}
                onPress={() => {
                  act.onClose()
                  act.onInsert({ ...from, whole: pair.other })
                }}
              >
                插入
              </Button>
            </section>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
