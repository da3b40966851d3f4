import type { HandoutTable } from './handout.ts'

/**
 * How many rows a cell goes down in a part of a table, rows `from` to `to`; null where a cell from above covers it.
 * `goesOn` says that it began on the page before: it is empty here, as in Word.
 */
export function mergedCells({ merged, rows }: Pick<HandoutTable, 'merged' | 'rows'>, from = 0, to = rows.length) {
  // For each row the first and the last one of its merged cell.
  const groups: { start: number; end: number }[] = []
  for (const span of merged?.spans ?? []) {
    const group = { start: groups.length, end: groups.length + span }
    groups.push(...Array.from({ length: span }, () => group))
  }
  return (row: number, column: number): { rows: number; goesOn: boolean } | null => {
    const group = merged && column < merged.columns ? groups[row] : undefined
    if (!group) return { rows: 1, goesOn: false }
    const first = Math.max(group.start, from)
    return row === first ? { rows: Math.min(group.end, to) - first, goesOn: group.start < from } : null
  }
}
