import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Person } from '../../shared/model/meeting.ts'
import type { Hole } from '../../shared/model/rectification/chain.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import { ruleDeadline } from '../../shared/model/rectification/deadlines.ts'
import { emptyMeasure, type Problem, problemStatus } from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import type { IsoDate } from '../../shared/text/dates.ts'
import { momentText } from '../text/format-time.ts'
import { afterPress } from '../ui/after-press.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ClosingSection } from './ClosingSection.tsx'
import { MeasureForm } from './MeasureForm.tsx'
import { PersonField } from './PersonField.tsx'

type HistoryLine = CommandOutput<'ledger.history'>[number]

interface ProblemDetailProps {
  problem: Problem
  number: number
  count: number
  people: readonly Person[]
  /** Units to choose from. */
  units: readonly string[]
  /** Just added: the first thing to do is to write it. */
  isNew: boolean
  rules: OfficeRules
  categories: readonly string[]
  holes: readonly Hole[]
  today: IsoDate
  feedbackDate: IsoDate | null
  term: IsoDate | null
  onChange(change: LedgerChange): void
  readHistory(problemId: string): Promise<HistoryLine[]>
}

/** Everything about one problem, beside the list. */
export function ProblemDetail(props: ProblemDetailProps) {
  const { problem, number, people, rules, categories, holes, onChange } = props
  const { id, isClosed } = problem
  const [added, setAdded] = useState<string | null>(null)
  const [history, setHistory] = useState<readonly HistoryLine[] | null>(null)
  const { readHistory } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the problem is a reason to read again
  useEffect(() => {
    if (history === null) return
    let gone = false
    readHistory(id).then(
      (lines) => !gone && setHistory(lines),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [problem])

  const edit = (fields: Partial<Problem>) => afterPress(() => onChange({ kind: 'edit-problem', id, fields }))
  const text = (label: string, key: 'text' | 'cause' | 'similar' | 'note' | 'subcategory', lines = 1) => (
    <TextField
      label={label}
      value={problem[key]}
      lines={lines}
      maxLength={key === 'subcategory' ? 200 : 4000}
      isReadOnly={isClosed}
      autoFocus={key === 'text' && props.isNew}
      onCommit={(value) => edit({ [key]: value })}
    />
  )
  const options = [...new Set([...categories, ...(problem.category ? [problem.category] : [])])].map((name) => ({
    id: name,
    label: name,
  }))
  return (
    <article className="problem" aria-label={`第${number}个问题`}>
      <header className="problem-head">
        <h2>第{number}个问题</h2>
        <span className={`tag ${isClosed ? 'tag-good' : 'tag-accent'}`}>{problemStatus(problem, rules)}</span>
        <span className="problem-tools">
          <IconButton
            label="往前移"
            icon={<ArrowUp aria-hidden />}
            isDisabled={number === 1}
            onPress={() => onChange({ kind: 'move-problem', id, to: number - 2 })}
          />
          <IconButton
            label="往后移"
            icon={<ArrowDown aria-hidden />}
            isDisabled={number === props.count}
            onPress={() => onChange({ kind: 'move-problem', id, to: number })}
          />
          {!isClosed && (
            <IconButton
              label="移走这个问题"
              icon={<Trash2 aria-hidden />}
              onPress={() => onChange({ kind: 'remove-problem', id })}
            />
          )}
        </span>
      </header>
      {holes.length > 0 && (
        <ul className="banner banner-care problem-holes" aria-label="还缺什么">
          {holes.map((hole) => (
            <li key={hole.message}>{hole.message}</li>
          ))}
        </ul>
      )}
      {text('反馈问题', 'text', 3)}
      {problem.source && problem.source !== problem.text && <p className="problem-source">原文：{problem.source}</p>}
      <Select
        label="问题类别"
        value={problem.category || null}
        options={options}
        placeholder="没有分类"
        onChange={(category) => !isClosed && edit({ category })}
      />
      {text('二级类别', 'subcategory')}
      <PersonField
        label="认领"
        value={problem.claimedBy}
        people={people}
        isReadOnly={isClosed}
        onCommit={(claimedBy) => edit({ claimedBy })}
      />
      {text('原因分析', 'cause', 2)}
      {problem.measures.map((measure, index) => (
        <MeasureForm
          key={measure.id}
          measure={measure}
          number={index + 1}
          people={people}
          units={props.units}
          isNew={measure.id === added}
          rules={rules}
          ruleDate={ruleDeadline(measure.types, props.feedbackDate, props.term, rules)}
          isReadOnly={isClosed}
          onEdit={(fields) => afterPress(() => onChange({ kind: 'edit-measure', id, measureId: measure.id, fields }))}
          onRemove={() => onChange({ kind: 'remove-measure', id, measureId: measure.id })}
        />
      ))}
      {!isClosed && (
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            const status = rules.measureStatuses.find(({ kind }) => kind === 'open')?.name ?? ''
            const measure = { ...emptyMeasure, id: crypto.randomUUID(), status }
            setAdded(measure.id)
            onChange({ kind: 'add-measure', id, measure })
          }}
        >
          加一条措施
        </Button>
      )}
      {text('举一反三', 'similar', 2)}
      {text('备注', 'note')}
      <ClosingSection problem={problem} people={people} rules={rules} today={props.today} onChange={onChange} />
      <section aria-label="历次改动">
        <h3 className="group-title group-title-small">
          历次改动<small>只增不改</small>
        </h3>
        {history === null ? (
          <Button size="small" look="quiet" onPress={() => void readHistory(id).then(setHistory, () => undefined)}>
            显示历次改动
          </Button>
        ) : (
          <ol className="history">
            {history.map((line) => (
              <li key={line.id}>
                <time>{momentText(line.created)}</time> {line.author} {line.what}
                {line.reason && <em>理由：{line.reason}</em>}
              </li>
            ))}
          </ol>
        )}
      </section>
    </article>
  )
}
