import type { IsoDate } from '../../text/dates.ts'
import { isImmediate, isOverdue, type Ledger, namesIn, type Problem, problemKind, statusKind } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

/** 应 = 已 + 在 + 未, always. */
export interface Tally {
  total: number
  done: number
  ongoing: number
  open: number
}

export interface NamedTally extends Tally {
  name: string
}

export interface LedgerStatistics {
  problems: Tally
  /** Of those done, how many went through 销号. */
  closed: number
  measures: Tally
  immediate: Tally
  overdue: number
  rulesMade: number
  byCategory: NamedTally[]
  /** Measures by who answers for them; a measure of two people counts with each. */
  byPerson: NamedTally[]
}

const nothing = (): Tally => ({ total: 0, done: 0, ongoing: 0, open: 0 })

function count(tally: Tally, kind: 'done' | 'ongoing' | 'open'): void {
  tally.total += 1
  tally[kind] += 1
}

/**
 * 完成率 as 98.71%. Cut, not rounded, so that it reads 100% only when everything is done; — without anything to do.
 */
export function completionRate({ done, total }: Pick<Tally, 'done' | 'total'>): string {
  if (total === 0) return '—'
  const hundredths = Math.floor((done * 10_000) / total)
  const text = (hundredths / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${text}%`
}

export function ledgerStatistics(ledger: Ledger, rules: OfficeRules, today: IsoDate): LedgerStatistics {
  const result = {
    problems: nothing(),
    closed: 0,
    measures: nothing(),
    immediate: nothing(),
    overdue: 0,
    rulesMade: 0,
  }
  const categories = new Map<string, Tally>()
  const people = new Map<string, Tally>()
  const named = (map: Map<string, Tally>, name: string): Tally => {
    const tally = map.get(name) ?? nothing()
    map.set(name, tally)
    return tally
  }
  for (const problem of ledger) {
    const kind = problemKind(problem, rules)
    count(result.problems, kind)
    count(named(categories, problem.category || '未分类'), kind)
    if (problem.isClosed) result.closed += 1
    for (const measure of problem.measures) {
      const kind = problem.isClosed ? 'done' : statusKind(measure.status, rules)
      count(result.measures, kind)
      if (isImmediate(measure, rules)) count(result.immediate, kind)
      if (isOverdue(problem, measure, rules, today)) result.overdue += 1
      if (measure.rulesMade.trim() !== '') result.rulesMade += 1
      for (const name of new Set(namesIn(measure.owner))) count(named(people, name), kind)
    }
  }
  const list = (map: Map<string, Tally>): NamedTally[] => [...map].map(([name, tally]) => ({ name, ...tally }))
  return { ...result, byCategory: list(categories), byPerson: list(people) }
}

/** 4个方面12个问题, from what stands in the ledger. */
export function aspectsAndProblems(ledger: readonly Pick<Problem, 'category'>[]): {
  aspects: number
  problems: number
} {
  return { aspects: new Set(ledger.map(({ category }) => category).filter(Boolean)).size, problems: ledger.length }
}
