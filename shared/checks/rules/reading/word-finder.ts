import type { Range } from '../../../text/sentences.ts'

export interface WordHit<T> extends Range {
  word: string
  value: T
}

/** Finds every listed word in a text, in order of the start, the longest first where several start together. */
export type WordFinder<T> = (text: string) => WordHit<T>[]

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
    const key = first * 0x10000 + second
    byPair.set(key, [...(byPair.get(key) ?? []), { word, value }])
  }
  for (const words of byPair.values()) words.sort((a, b) => b.word.length - a.word.length)

  return (text) => {
    const hits: WordHit<T>[] = []
    let next = text.charCodeAt(0)
    for (let start = 0; start + 1 < text.length; start++) {
      const first = next
      next = text.charCodeAt(start + 1)
      if (filter[hash(first, next)] === 0) continue
      for (const { word, value } of byPair.get(first * 0x10000 + next) ?? []) {
        if (text.startsWith(word, start)) hits.push({ start, end: start + word.length, word, value })
      }
    }
    return hits
  }
}

/** A power of two; four times the characters of the writing, so that long lists leave most of it empty. */
const FILTER_SIZE = 0x40000

function hash(first: number, second: number): number {
  return ((first << 4) ^ second) & (FILTER_SIZE - 1)
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
