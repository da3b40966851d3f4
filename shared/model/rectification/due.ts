import { daysBetween, type IsoDate } from '../../text/dates.ts'
import { isOverdue, type Ledger, type Measure, namesIn, type Problem, statusKind } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

/** Something to be chased: a measure that is not done. */
export interface DueItem {
  problem: Problem
  number: number
  measure: Measure
  state: 'overdue' | 'soon' | 'stuck' | 'later' | 'undated'
  /** Days to the last day, negative when past; null without one. */
  days: number | null
  people: string[]
}

/** When each problem was last changed, ISO time by id. */
export type LastChanges = Readonly<Record<string, string>>

/** Everything not done, the most pressing first. */
export function dueItems(ledger: Ledger, rules: OfficeRules, today: IsoDate, lastChanges: LastChanges): DueItem[] {
  const items = ledger.flatMap((problem, index) =>
    problem.isClosed
      ? []
      : problem.measures
          .filter(({ status }) => statusKind(status, rules) !== 'done')
          .map((measure): DueItem => {
            const days = measure.deadline === null ? null : daysBetween(today, measure.deadline)
            const changed = lastChanges[problem.id]?.slice(0, 10)
            const still = changed ? (daysBetween(changed, today) ?? 0) : 0
            const state = isOverdue(problem, measure, rules, today)
              ? 'overdue'
              : days !== null && days <= rules.soonDays
                ? 'soon'
                : still > rules.stuckDays
                  ? 'stuck'
                  : days === null
                    ? 'undated'
                    : 'later'
            return { problem, number: index + 1, measure, state, days, people: namesIn(measure.owner) }
          }),
  )
  const rank = { overdue: 0, soon: 1, stuck: 2, later: 3, undated: 4 }
  return items.sort((a, b) => rank[a.state] - rank[b.state] || (a.days ?? 1e6) - (b.days ?? 1e6))
}

/** What each person still has to do; things of nobody last. */
export function dueByPerson(items: readonly DueItem[]): { name: string; items: DueItem[] }[] {
  const groups = new Map<string, DueItem[]>()
  for (const item of items) {
    for (const name of item.people.length > 0 ? item.people : [''])
      groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups]
    .map(([name, own]) => ({ name, items: own }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}

export const DUE_NAMES: Record<DueItem['state'], string> = {
  overdue: '已超期',
  soon: '快到期',
  stuck: '没动静',
  later: '按期推进',
  undated: '没有时限',
}
