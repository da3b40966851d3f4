import type { Range } from '../../shared/text/sentences.ts'

export interface SearchOptions {
  /** Tell A from a. */
  matchCase: boolean
}

/** Every place of `query` in `text`, without overlaps, in order. An empty query is nowhere. */
export function findAll(text: string, query: string, { matchCase }: SearchOptions): Range[] {
  if (query === '') return []
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gv' : 'giv')
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Index of the first range at or behind `offset`, or the first of all; -1 where there is none. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  if (ranges.length === 0) return -1
  const index = ranges.findIndex((range) => range.start >= offset)
  return index < 0 ? 0 : index
}
