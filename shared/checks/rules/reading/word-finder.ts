import type { Range } from '../../../text/sentences.ts'
import { HitList } from '../../matching/hit-list.ts'
import { TermTrie } from '../../matching/term-trie.ts'

export interface WordHit<T> extends Range {
  word: string
  value: T
}

/** Tells every listed word in a text, in order of the start, the longest first where several start together. */
export type WordFinder<T> = (text: string, found: (start: number, word: string, value: T) => void) => void

/** Prepares a list of words. A text is read once, whatever the length of the list. */
export function createWordFinder<T>(entries: Iterable<readonly [word: string, value: T]>): WordFinder<T> {
  const trie = new TermTrie()
  const words: { word: string; values: T[] }[] = []
  for (const [word, value] of entries) {
    const term = trie.add(word)
    words[term] ??= { word, values: [] }
    words[term].values.push(value)
  }
  const hits = new HitList()

  return (text, found) => {
    hits.count = 0
    trie.scan(text, hits)
    const { terms, starts } = hits
    for (let from = 0; from < hits.count; ) {
      const start = starts[from] ?? 0
      let to = from + 1
      while (to < hits.count && starts[to] === start) to++
      for (let index = to - 1; index >= from; index--) {
        const entry = words[terms[index] ?? -1]
        for (const value of entry?.values ?? []) found(start, entry?.word ?? '', value)
      }
      from = to
    }
  }
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
