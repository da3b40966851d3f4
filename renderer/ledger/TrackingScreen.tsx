import { BellRing, FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CommandInput } from '../../shared/contract/commands.ts'
import { DUE_NAMES, type DueItem, dueByPerson, dueItems } from '../../shared/model/rectification/due.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { completionRate, ledgerStatistics, type Tally } from '../../shared/model/rectification/statistics.ts'
import { formatDate, type IsoDate } from '../../shared/text/dates.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { notify } from '../ui/notice-store.ts'
import { useStore } from '../ui/store.ts'
import type { LedgerSession } from './ledger-session.ts'

interface TrackingScreenProps {
  session: LedgerSession
  meetingId: string
  rules: OfficeRules
  today: IsoDate
  onProblem(problemId: string): void
  onFile(file: { fileName: string; bytes: string }): void
}

/** Rows drawn of one list; the rest is counted. */
const MOST = 200

/** 跟踪督办: figures that tie out, and what is due, by date or by person. */
export function TrackingScreen({ session, meetingId, rules, today, onProblem, onFile }: TrackingScreenProps) {
  const backend = useBackend()
  const { problems, lastChanges } = useStore(session.store)
  const [by, setBy] = useState<'date' | 'person'>('date')
  const statistics = useMemo(() => ledgerStatistics(problems, rules, today), [problems, rules, today])
  const items = useMemo(() => dueItems(problems, rules, today, lastChanges), [problems, rules, today, lastChanges])
  const groups = by === 'person' ? dueByPerson(items) : byState(items)
  const docx = async (input: Omit<CommandInput<'ledger.docx'>, 'meetingId'>) => {
    try {
      await session.settled()
      onFile(await backend.call('ledger.docx', { meetingId, ...input }))
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }
  const row = (name: string, tally: Tally) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{tally.total}</td>
      <td>{tally.done}</td>
      <td>{tally.ongoing}</td>
      <td>{tally.open}</td>
      <td>{completionRate(tally)}</td>
    </tr>
  )
  return (
    <div className="tracking">
      <section aria-label="统计">
        <div className="sheet-head">
          <h2>统计</h2>
          <Button size="small" icon={<FileDown aria-hidden />} onPress={() => void docx({ layout: 'statistics' })}>
            Word 统计表
          </Button>
        </div>
        <table className="plain-table">
          <thead>
            <tr>
              {['项目', '应整改', '已整改', '整改中', '未启动', '完成率'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row('反馈问题（个）', statistics.problems)}
            {row('整改措施（条）', statistics.measures)}
            {row('其中：立行立改（条）', statistics.immediate)}
            {statistics.byCategory.map((tally) => row(tally.name, tally))}
          </tbody>
        </table>
        <p className="tracking-note">
          已销号{statistics.closed}个问题，超期{statistics.overdue}条措施，建立制度{statistics.rulesMade}项。
        </p>
      </section>
      <section aria-label="还没办完的">
        <div className="sheet-head">
          <h2>还没办完的（{items.length}条）</h2>
          <Choice
            label="排法"
            hideLabel
            value={by}
            options={[
              { id: 'date', label: '按时限' },
              { id: 'person', label: '按人' },
            ]}
            onChange={setBy}
          />
          <Button size="small" icon={<BellRing aria-hidden />} onPress={() => void docx({ layout: 'notice' })}>
            全部督办通知
          </Button>
        </div>
        {groups.map(({ name, items: own }) => (
          <section key={name} aria-label={name || '没有责任人'} className="due-group">
            <h3 className="group-title group-title-small">
              {name || '没有责任人'}
              <small>{own.length}条</small>
              {by === 'person' && name !== '' && (
                <Button
                  size="small"
                  look="quiet"
                  icon={<BellRing aria-hidden />}
                  onPress={() => void docx({ layout: 'notice', person: name })}
                >
                  督办通知
                </Button>
              )}
            </h3>
            <ul className="due-list">
              {own.slice(0, MOST).map(({ problem, number, measure, state, days }) => (
                <li key={measure.id}>
                  <button type="button" className="row-link" onClick={() => onProblem(problem.id)}>
                    <span
                      className={`tag ${state === 'overdue' ? 'tag-bad' : state === 'soon' || state === 'stuck' ? 'tag-care' : ''}`}
                    >
                      {DUE_NAMES[state]}
                    </span>
                    <span>
                      {number}. {measure.text || problem.text}
                    </span>
                    <small>
                      {measure.owner || '没有责任人'} · {measure.deadline ? formatDate(measure.deadline) : '没有时限'}
                      {days !== null && (days < 0 ? ` · 超期${-days}天` : ` · 还有${days}天`)}
                    </small>
                  </button>
                </li>
              ))}
              {own.length > MOST && <li>……还有{own.length - MOST}条</li>}
            </ul>
          </section>
        ))}
        {items.length === 0 && <p className="pane-empty">没有未办完的措施。</p>}
      </section>
    </div>
  )
}

function byState(items: readonly DueItem[]): { name: string; items: DueItem[] }[] {
  const states = [...new Set(items.map(({ state }) => state))]
  return states.map((state) => ({ name: DUE_NAMES[state], items: items.filter((item) => item.state === state) }))
}
