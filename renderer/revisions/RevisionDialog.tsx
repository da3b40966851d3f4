import { RotateCcw } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { RevisionHead } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { partDifference } from '../text/paragraph-difference.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ChangedParts } from './ChangedParts.tsx'
import { type ComparedText, MOST_OFFERED, offeredPapers, otherPapers } from './compared-texts.ts'

interface RevisionDialogProps {
  paperId: string
  /** The present text and the versions, newest first. */
  texts: readonly ComparedText[]
  revisions: readonly RevisionHead[]
  /** What is compared at first. */
  older: string
  newer: string
  onClose(): void
  onRestore(revision: RevisionHead): Promise<void>
}

/** Two texts held against each other, by part and paragraph, in words; and back to the older one. */
export function RevisionDialog({ paperId, texts, revisions, onClose, onRestore, ...first }: RevisionDialogProps) {
  const backend = useBackend()
  const [others, setOthers] = useState<readonly ComparedText[]>([])
  const [older, setOlder] = useState(first.older)
  const [newer, setNewer] = useState(first.newer)
  const [read, setRead] = useState<{ older: string; newer: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [view, setView] = useState<'changes' | 'whole'>('changes')
  const [busy, setBusy] = useState(false)
  const [query, setQuery] = useState('')

  useEffect(() => {
    otherPapers(backend, paperId).then(setOthers, () => undefined)
  }, [backend, paperId])

  const all = useMemo(() => [...texts, ...others], [texts, others])
  useEffect(() => {
    let gone = false
    const textOf = (id: string) => all.find((text) => text.id === id)?.read() ?? Promise.resolve('')
    Promise.all([textOf(older), textOf(newer)]).then(
      ([before, after]) => {
        if (gone) return
        setRead({ older: before, newer: after })
        setProblem(null)
      },
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [all, older, newer])

  const parts = useMemo(() => (read ? partDifference(read.older, read.newer) : []), [read])
  const total = (side: 'added' | 'removed') => parts.reduce((sum, part) => sum + part[side], 0)
  const wanted = revisions.find(({ id }) => id === older)
  const restore = async () => {
    if (!wanted) return
    setBusy(true)
    try {
      await onRestore(wanted)
    } catch (error) {
      setProblem(failureMessage(error))
      setBusy(false)
    }
  }
  const options = [...texts, ...offeredPapers(others, query, [older, newer])].map(({ id, label, note }) => ({
    id,
    label,
    ...(note ? { note } : {}),
  }))

  return (
    <Dialog
      title="比较两份文稿"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note">换回来之前，现在的文稿会先留存一版。</p>
          <Button onPress={onClose}>关闭</Button>
          <Button
            look="primary"
            icon={<RotateCcw aria-hidden />}
            isDisabled={!wanted || !read || busy}
            onPress={() => void restore()}
          >
            换回旧的这一版
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <div className="revision-view">
        <div className="revision-choice">
          <Select label="旧的一份" value={older} options={options} onChange={setOlder} />
          <Select label="新的一份" value={newer} options={options} onChange={setNewer} />
          {others.length > MOST_OFFERED && (
            <TextField
              label="别的会议的文稿"
              hint={`共 ${others.length} 篇，上面两处列出 ${MOST_OFFERED} 篇。写会议或文稿的名称，就列出对得上的。`}
              value=""
              maxLength={60}
              onInput={setQuery}
            />
          )}
          <Choice
            label="怎样看"
            value={view}
            options={[
              { id: 'changes', label: '只看改动' },
              { id: 'whole', label: '看全文' },
            ]}
            onChange={setView}
          />
        </div>
        {read && (
          <>
            <p>
              从“旧的一份”到“新的一份”，加了 {total('added')} 字，去了 {total('removed')} 字。
            </p>
            <ChangedParts parts={parts} isWhole={view === 'whole'} />
          </>
        )}
      </div>
    </Dialog>
  )
}
