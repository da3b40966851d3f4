import { BadgeCheck, RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../shared/model/meeting.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import { readDate } from '../../shared/model/rectification/deadlines.ts'
import type { Problem } from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { formatDate, type IsoDate } from '../../shared/text/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { PersonField } from './PersonField.tsx'

interface ClosingSectionProps {
  problem: Problem
  people: readonly Person[]
  rules: OfficeRules
  today: IsoDate
  onChange(change: LedgerChange): void
}

/** 销号: the steps taken, the next one, and the ways back, each with a reason. */
export function ClosingSection({ problem, people, rules, today, onChange }: ClosingSectionProps) {
  const [asking, setAsking] = useState<'confirm' | 'return' | 'reopen' | null>(null)
  const [name, setName] = useState('')
  const [date, setDate] = useState(formatDate(today))
  const [words, setWords] = useState('')
  const section = useKeptFocus<HTMLElement>(problem.closing.length)
  const next = problem.isClosed ? undefined : rules.closingSteps[problem.closing.length]
  const iso = readDate(date)
  const ask = (what: typeof asking) => {
    setName('')
    setWords('')
    setDate(formatDate(today))
    setAsking(what)
  }
  const isReady = asking === 'confirm' ? name.trim() !== '' && iso !== null : words.trim() !== ''
  const send = () => {
    if (!isReady || !asking) return
    const { id } = problem
    if (asking === 'confirm')
      onChange({ kind: 'confirm-step', id, name: name.trim(), date: iso ?? today, opinion: words.trim() })
    else onChange({ kind: asking === 'return' ? 'return-step' : 'reopen', id, reason: words.trim() })
    setAsking(null)
  }
  return (
    <section aria-label="销号" ref={section} tabIndex={-1}>
      <h3 className="group-title group-title-small">
        销号
        <small>{problem.isClosed ? '已销号，不再改动' : '逐级审核，最后一步完成即销号'}</small>
      </h3>
      <ol className="closing">
        {rules.closingSteps.map((step, index) => {
          const taken = problem.closing[index]
          return (
            <li key={step} data-taken={taken ? '' : undefined}>
              <strong>{step}</strong>
              <span>
                {taken
                  ? `${taken.name}　${formatDate(taken.date)}${taken.opinion ? `　${taken.opinion}` : ''}`
                  : '未办'}
              </span>
            </li>
          )
        })}
      </ol>
      <div className="button-row">
        {next && (
          <Button size="small" icon={<BadgeCheck aria-hidden />} onPress={() => ask('confirm')}>
            {next}
          </Button>
        )}
        {!problem.isClosed && problem.closing.length > 0 && (
          <Button size="small" look="quiet" icon={<Undo2 aria-hidden />} onPress={() => ask('return')}>
            退回
          </Button>
        )}
        {problem.isClosed && (
          <Button size="small" look="quiet" icon={<RotateCcw aria-hidden />} onPress={() => ask('reopen')}>
            重新启动整改
          </Button>
        )}
      </div>
      {asking && (
        <Dialog
          title={asking === 'confirm' ? (next ?? '') : asking === 'return' ? '退回销号' : '重新启动整改'}
          size="question"
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button onPress={() => setAsking(null)}>不办了</Button>
              <Button look="primary" isDisabled={!isReady} onPress={send}>
                确定
              </Button>
            </>
          }
        >
          {asking === 'confirm' && (
            <>
              <PersonField label="审核人" value={name} people={people} onCommit={setName} />
              <TextField label="日期" value={date} problem={iso ? null : '要填真实存在的日期。'} onInput={setDate} />
            </>
          )}
          <TextField
            label={asking === 'confirm' ? '意见（可不填）' : '理由（必填）'}
            value=""
            lines={2}
            maxLength={300}
            onInput={setWords}
          />
        </Dialog>
      )}
    </section>
  )
}
