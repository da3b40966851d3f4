import type { Range } from '../../../text/sentences.ts'

export interface WordHit<T> extends Range {
  word: string
  value: T
}

/** Tells every listed word in a text, in order of the start, the longest first where several start together. */
export type WordFinder<T> = (text: string, found: (start: number, word: string, value: T) => void) => void

/**
 * Prepares a list of words of two characters or more. A text is read once, whatever the length of the list: a table
 * of hashed character pairs rules nearly every position out before any word is compared.
 * @throws RangeError for a word of one character
 */
export function createWordFinder<T>(entries: Iterable<readonly [word: string, value: T]>): WordFinder<T> {
  const filter = new Uint8Array(FILTER_SIZE)
  const byPair = new Map<number, { word: string; value: T }[]>()
  for (const [word, value] of entries) {
    if (word.length < 2) throw new RangeError(`word too short: ${word}`)
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    filter[hash(first, second)] = 1
    const words = byPair.get(pair(first, second))
    if (words) words.push({ word, value })
    else byPair.set(pair(first, second), [{ word, value }])
  }
  for (const words of byPair.values()) words.sort((a, b) => b.word.length - a.word.length)

  return (text, found) => {
    let next = text.charCodeAt(0)
    for (let start = 0; start + 1 < text.length; start++) {
      const first = next
      next = text.charCodeAt(start + 1)
      if (filter[hash(first, next)] === 0) continue
      const words = byPair.get(pair(first, next))
      if (!words) continue
      for (const { word, value } of words) {
        if (word.length === 2 || text.startsWith(word, start)) found(start, word, value)
      }
    }
  }
}

/** A power of two; four times the characters of the writing, so that long lists leave most of it empty. */
const FILTER_SIZE = 0x40000

function hash(first: number, second: number): number {
  return ((first << 4) ^ second) & (FILTER_SIZE - 1)
}

/** Both characters in 32 bits, which stay a small integer. */
function pair(first: number, second: number): number {
  return (first << 16) | second
}

/** Leaves out what begins inside an earlier range. */
export function withoutOverlaps<T extends Range>(ranges: readonly T[]): T[] {
  let end = -1
  return ranges.filter((range) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}
