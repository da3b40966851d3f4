import { Check } from 'lucide-react'
import { type ClipboardEvent, useId, useRef, useState } from 'react'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import { emptyProblem, type Problem } from '../../shared/model/rectification/ledger.ts'
import { type ReadTable, readLedgerTable } from '../../shared/model/rectification/ledger-table.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { readFeedback } from '../../shared/model/rectification/read-feedback.ts'
import { Button } from '../ui/Button.tsx'
import { CheckRow } from '../ui/CheckRow.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { pastedTable, tabbedTable } from './pasted-table.ts'
import { TableFaults } from './TableFaults.tsx'

interface EntryDialogProps {
  rules: OfficeRules
  categories: readonly string[]
  /** Text of the meeting's own 反馈意见, where there is one. */
  feedbackText: string | null
  /** What was read from a file or a pasted table, to be confirmed. */
  fromFile: ReadTable | null
  /** A table was pasted: it may belong to what stands in the ledger already. */
  onTable(table: ReadTable): void
  onAdd(change: LedgerChange): void
  onClose(): void
}

/** Rows shown at first, and with each press of the button below them. */
const PAGE = 100

interface Found {
  problems: Problem[]
  /** 第3行 or the sentence it stands in. */
  sources: string[]
  faults: ReadTable['faults']
  notes: string[]
}

function fromTable({ problems, measures, places, faults, notes }: ReadTable): Found {
  return {
    problems: problems.map((problem, index) => ({
      ...problem,
      id: crypto.randomUUID(),
      measures: (measures[index] ?? []).map((measure) => ({ ...measure, id: crypto.randomUUID() })),
    })),
    sources: places.map(({ row }, index) => `第${row}行，${measures[index]?.length ?? 0}条措施`),
    faults,
    notes,
  }
}

function fromFeedback(text: string, categories: readonly string[]): Found {
  const { problems, announced } = readFeedback(text, categories)
  const aspects = new Set(problems.map(({ category }) => category)).size
  const differs =
    announced && (announced.problems !== problems.length || (announced.aspects ?? aspects) !== aspects)
      ? [
          `原文说的是${announced.aspects === null ? '' : `${announced.aspects}个方面`}${announced.problems}个问题，这里读出${aspects}个方面${problems.length}个，请核对。`,
        ]
      : []
  return {
    problems: problems.map((problem) => ({ ...emptyProblem, ...problem, id: crypto.randomUUID() })),
    sources: problems.map(({ source }) => source),
    faults:
      problems.length === 0
        ? [{ row: 0, column: '', message: '没有读出问题。问题要有“（一）”“1.”或“一是”这样的序号。' }]
        : [],
    notes: differs,
  }
}

/** 粘贴、读反馈意见、导入: what was read is shown row by row, and taken over only when it is confirmed. */
export function EntryDialog(props: EntryDialogProps) {
  const { rules, categories, feedbackText, fromFile, onAdd, onTable, onClose } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [found, setFound] = useState<Found | null>(() => fromFile && fromTable(fromFile))
  const [shown, setShown] = useState(PAGE)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedTable(event.clipboardData.getData('text/html'))
    if (!pasted) return
    event.preventDefault()
    onTable(readLedgerTable(pasted, rules))
  }
  const read = (text: string) => {
    if (text.trim() === '') return
    const tabbed = tabbedTable(text)
    if (tabbed) onTable(readLedgerTable(tabbed, rules))
    else setFound(fromFeedback(text, categories))
  }
  const chosen = found?.problems.filter((problem) => !left.has(problem.id)) ?? []
  const isBad = (found?.faults.length ?? 0) > 0
  return (
    <Dialog
      title={fromFile ? '核对导入的台账' : '粘贴表格或反馈意见'}
      size="sheet"
      onClose={onClose}
      footer={
        found ? (
          <>
            {!fromFile && <Button onPress={() => setFound(null)}>重新粘贴</Button>}
            <Button onPress={onClose}>不要了</Button>
            <Button
              look="primary"
              icon={<Check aria-hidden />}
              isDisabled={isBad || chosen.length === 0}
              onPress={() => onAdd({ kind: 'add-problems', problems: chosen })}
            >
              列入台账（{chosen.length}个问题）
            </Button>
          </>
        ) : (
          <>
            {feedbackText && <Button onPress={() => read(feedbackText)}>读本会议的反馈意见</Button>}
            <Button look="primary" onPress={() => read(field.current?.value ?? '')}>
              读出问题
            </Button>
          </>
        )
      }
    >
      {!found && (
        <div className="field entry-paste">
          <label className="field-label" htmlFor={id}>
            把 Word、Excel 里的表格或反馈意见全文粘贴到这里
          </label>
          <textarea
            id={id}
            ref={field}
            className="field-input entry-text"
            rows={16}
            spellCheck={false}
            onPaste={onPaste}
          />
        </div>
      )}
      {found && isBad && <TableFaults faults={found.faults} />}
      {found?.notes.map((note) => (
        <p key={note} className="banner banner-care">
          {note}
        </p>
      ))}
      {found && !isBad && (
        <ul className="entry-rows" aria-label="读出的问题">
          {found.problems.slice(0, shown).map((problem, index) => (
            <li key={problem.id}>
              <CheckRow
                isSelected={!left.has(problem.id)}
                onChange={(on) => {
                  const next = new Set(left)
                  if (on) next.delete(problem.id)
                  else next.add(problem.id)
                  setLeft(next)
                }}
              >
                <span>
                  {index + 1}. {problem.text}
                  <small>
                    {problem.category || '没有分类'} · {found.sources[index]}
                  </small>
                </span>
              </CheckRow>
            </li>
          ))}
          {found.problems.length > shown && (
            <li>
              ……共{found.problems.length}个问题，其余一并列入。
              <Button size="small" onPress={() => setShown(shown + PAGE)}>
                再看{Math.min(PAGE, found.problems.length - shown)}个
              </Button>
            </li>
          )}
        </ul>
      )}
    </Dialog>
  )
}
