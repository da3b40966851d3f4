import { useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Range } from '../../shared/text/sentences.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import './meeting-search.css'

/** A paper of the meeting as it is searched. */
export interface SearchedPaper {
  id: string
  title: string
  text: string
}

interface MeetingSearchDialogProps {
  /** Null while they are being read. */
  papers: readonly SearchedPaper[] | null
  find(text: string, query: string): Range[]
  onJump(paper: SearchedPaper, range: Range): void
  /** Replaces in every paper; resolves to what was done, in a sentence. */
  onReplace(query: string, text: string): Promise<string>
  onClose(): void
}

/** Characters shown on either side of a match. */
const AROUND = 16
/** Of one paper at first. */
const SHOWN = 6

/** 查找 and 替换 through every paper of a meeting. */
export function MeetingSearchDialog({ papers, find, onJump, onReplace, onClose }: MeetingSearchDialogProps) {
  const [query, setQuery] = useState('')
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const found = useMemo(
    () =>
      (query === '' ? [] : (papers ?? []))
        .map((paper) => ({ paper, matches: find(paper.text, query) }))
        .filter(({ matches }) => matches.length > 0),
    [papers, find, query],
  )
  const total = found.reduce((sum, { matches }) => sum + matches.length, 0)
  const replace = async () => {
    setBusy(true)
    setSaid(await onReplace(query, text))
    setBusy(false)
  }
  return (
    <Dialog
      title="全会议查找和替换"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>关闭</Button>
          <Button
            look={text === '' ? 'plain' : 'primary'}
            isDisabled={total === 0 || isBusy || query === text}
            onPress={() => void replace()}
          >
            {text === '' ? `全部删去（${total} 处）` : `全部替换（${total} 处）`}
          </Button>
        </>
      }
    >
      <div className="meeting-search-fields">
        <TextField
          label="查找"
          value=""
          maxLength={100}
          autoFocus
          onInput={(next) => {
            setQuery(next)
            setSaid('')
          }}
        />
        <TextField label="替换为" value="" maxLength={200} onInput={setText} />
      </div>
      <output className="meeting-search-count">
        {said ||
          (papers === null
            ? '正在读各篇文稿…'
            : query === ''
              ? '在本会议的各篇文稿里一起找。要改县名、镇名、人名，改“要素”更稳妥：一处改，处处变。'
              : total === 0
                ? '没有找到'
                : `${found.length} 篇文稿里共 ${total} 处`)}
      </output>
      {found.map(({ paper, matches }) => (
        <section key={paper.id} className="meeting-search-paper" aria-label={paper.title}>
          <h3 className="group-title group-title-small">
            {paper.title}
            <small>{matches.length} 处</small>
          </h3>
          <ul>
            {matches.slice(0, SHOWN).map((range) => (
              <li key={range.start}>
                <AriaButton className="meeting-search-hit" onPress={() => onJump(paper, range)}>
                  {paper.text.slice(Math.max(0, range.start - AROUND), range.start)}
                  <mark>{paper.text.slice(range.start, range.end)}</mark>
                  {paper.text.slice(range.end, range.end + AROUND)}
                </AriaButton>
              </li>
            ))}
          </ul>
          {matches.length > SHOWN && <p className="pane-note">另有 {matches.length - SHOWN} 处</p>}
        </section>
      ))}
    </Dialog>
  )
}
