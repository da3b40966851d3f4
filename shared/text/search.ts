import type { Range } from './sentences.ts'

/** Index of the first range that starts at or behind the offset; the length of the list when there is none. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The ranges that start in [from, to). `ranges` are ordered by start. */
export function startingIn<T extends Range>(ranges: readonly T[], from: number, to: number): T[] {
  return ranges.slice(firstFrom(ranges, from), firstFrom(ranges, to))
}

/** The last range that starts at or before the offset; the first of all when none does. */
export function lastAt<T extends Range>(ranges: readonly T[], offset: number): T | undefined {
  return ranges[Math.max(0, firstFrom(ranges, offset + 1) - 1)]
}
