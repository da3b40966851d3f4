import {
  isOverdue,
  type Ledger,
  type LedgerRow,
  ledgerRows,
  problemKind,
  statusKind,
} from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import type { IsoDate } from '../../shared/text/dates.ts'

/** all, or measures in one state; closed: problems that went through 销号. */
export type RowState = 'all' | 'open' | 'ongoing' | 'done' | 'overdue' | 'closed'

export interface RowFilter {
  words: string
  category: string
  state: RowState
}

const texts = new WeakMap<object, string>()

/** What is searched in a problem, gathered once: a changed problem is another object. */
function textOf(row: LedgerRow): string {
  const { problem } = row
  let text = texts.get(problem)
  if (text === undefined) {
    const { category, subcategory, cause, claimedBy, note, measures } = problem
    const own = measures.flatMap((measure) => [
      measure.text,
      measure.leader,
      measure.owner,
      measure.leadUnit,
      measure.cooperatingUnits,
      measure.progress,
    ])
    text = [problem.text, category, subcategory, cause, claimedBy, note, ...own].join('\n')
    texts.set(problem, text)
  }
  return text
}

/** Rows that fit; every word typed stands somewhere in the problem. */
export function filterRows(
  ledger: Ledger,
  { words, category, state }: RowFilter,
  rules: OfficeRules,
  today: IsoDate,
): LedgerRow[] {
  const wanted = words.split(/[\s　]+/).filter(Boolean)
  return ledgerRows(ledger).filter((row) => {
    const { problem, measure } = row
    if (category !== '' && problem.category !== category) return false
    if (state === 'closed' && !problem.isClosed) return false
    if (state === 'overdue' && !(measure && isOverdue(problem, measure, rules, today))) return false
    if (state === 'open' || state === 'ongoing' || state === 'done') {
      const kind = measure && !problem.isClosed ? statusKind(measure.status, rules) : problemKind(problem, rules)
      if (kind !== state) return false
    }
    return wanted.every((word) => textOf(row).includes(word))
  })
}
