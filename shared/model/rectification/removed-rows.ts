import type { Ledger, Measure, Problem } from './ledger.ts'

/** What a change took out of a ledger; of a problem its measures go with it. */
export interface RemovedRow {
  row: Problem | Measure
  /** The problem itself, or the one whose measure it was. */
  problemId: string
  /** Where it stood, from 0. */
  position: number
}

export interface LedgerDifference {
  removed: RemovedRow[]
  /** Ids of the problems and measures that are there now and were not. */
  added: string[]
}

/** Which rows went and which came between two states of a ledger, by their ids. */
export function ledgerDifference(before: Ledger, after: Ledger): LedgerDifference {
  const difference: LedgerDifference = { removed: [], added: [] }
  const now = new Map(after.map((problem) => [problem.id, problem]))
  const measuresNow = new Set(after.flatMap(({ measures }) => measures.map(({ id }) => id)))
  before.forEach((problem, position) => {
    const next = now.get(problem.id)
    now.delete(problem.id)
    if (next === problem) return
    if (!next) {
      difference.removed.push({ row: problem, problemId: problem.id, position })
      return
    }
    problem.measures.forEach((row, at) => {
      if (!measuresNow.has(row.id)) difference.removed.push({ row, problemId: problem.id, position: at })
    })
    const were = new Set(problem.measures.map(({ id }) => id))
    difference.added.push(...next.measures.map(({ id }) => id).filter((id) => !were.has(id)))
  })
  for (const { id, measures } of now.values()) difference.added.push(id, ...measures.map((measure) => measure.id))
  return difference
}
