import { shortHash } from './short-hash.ts'

// A place in a list is a text of letters and digits; the list is in the order of these texts. Between two of them there
// is always another one, so an entry that is put in or moved changes no other entry's place, on whichever machine.

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
/** Figures of an entry's number within a run. */
const NUMBER = 4

/** What places may look like: never ending in 0, or there might be none before them. */
export const POSITION = /^[0-9a-z]{0,400}[1-9a-z]$/

const digit = (key: string, index: number): number => Math.max(0, DIGITS.indexOf(key[index] ?? '0'))

/**
 * A text strictly between two places, and not the beginning of the second, so that more can be put behind it.
 * @param before '' for the beginning of the list
 * @param after null for its end
 */
export function between(before: string, after: string | null): string {
  let key = ''
  let end = after
  for (let index = 0; ; index++) {
    const low = digit(before, index)
    const high = end === null ? BASE : digit(end, index)
    if (high - low > 1) return key + DIGITS[low + ((high - low) >> 1)]
    key += DIGITS[low]
    // From here on anything that is greater than `before` lies below `after`.
    if (high > low) end = null
  }
}

/** Places for entries that came in at one spot: they stay together, whatever else comes in there elsewhere. */
function run(ids: readonly string[], before: string, after: string | null): string[] {
  const start = between(before, after) + shortHash(ids[0] ?? '').slice(-6)
  return ids.map((_, index) => `${start}${index.toString(BASE).padStart(NUMBER, '0')}h`)
}

interface Placed {
  id: string
  position: string
}

const isBefore = (a: Placed, b: Placed): boolean => (a.position === b.position ? a.id < b.id : a.position < b.position)

/** In the order of the list. */
export function byPosition<T extends Placed>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (isBefore(a, b) ? -1 : 1))
}

/**
 * Places for a list in a new order: as many as possible keep theirs.
 * @param known the places entries had; an id that is missing is new
 */
export function place(ids: readonly string[], known: ReadonlyMap<string, string>): Map<string, string> {
  const kept = new Set(longestRise(ids.flatMap((id) => toPlaced(id, known))).map(({ id }) => id))
  const result = new Map<string, string>()
  let before = ''
  let waiting: string[] = []
  const settle = (after: string | null) => {
    if (waiting.length === 0) return
    run(waiting, before, after).forEach((position, index) => {
      result.set(waiting[index] ?? '', position)
      before = position
    })
    waiting = []
  }
  for (const id of ids) {
    const own = kept.has(id) ? known.get(id) : undefined
    // Two machines may have given one place twice; nothing fits between them.
    if (own === undefined || (waiting.length > 0 && own <= before)) {
      waiting.push(id)
      continue
    }
    settle(own)
    result.set(id, own)
    before = own
  }
  settle(null)
  return result
}

function toPlaced(id: string, known: ReadonlyMap<string, string>): Placed[] {
  const position = known.get(id)
  return position === undefined ? [] : [{ id, position }]
}

/** The longest part of a list that is in order already. */
function longestRise(entries: readonly Placed[]): Placed[] {
  const ends: number[] = []
  const previous: number[] = []
  entries.forEach((entry, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const end = entries[ends[middle] ?? 0]
      if (end && isBefore(end, entry)) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const found: Placed[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const entry = entries[index]
    if (entry) found.unshift(entry)
  }
  return found
}
