import { COMPUTED_GROUPS, computedWord, type Pattern } from '../../packs/pattern.ts'
import type { Range } from '../../text/sentences.ts'
import { findComputed } from './computed-words.ts'
import { type CompiledSequence, matchSequence } from './sequences.ts'
import { type Hit, SlotTable } from './slot-table.ts'
import { TermTrie } from './term-trie.ts'

export type PatternScope = 'sentence' | 'paragraph'

/** What a pattern asks of its surroundings. */
export interface PatternConditions {
  within: PatternScope
  /** Words that may not stand in the same scope. */
  unless: readonly string[]
  /** Whether a mention under a negation or in other people's talk counts. */
  countNegated: boolean
}

/** A pattern found: its number, and the range from its first to its last word. */
export interface PatternMatch extends Range {
  pattern: number
}

/** Tells whether a mention is taken back, see retraction.ts. */
export type IsRetracted = (range: Range, countNegated: boolean) => boolean

interface CompiledPattern {
  sequences: CompiledSequence[]
  unless: number | null
  conditions: PatternConditions
}

/**
 * Finds many patterns in one pass. Add every pattern first; `prepare` gives the function that finds them, which is
 * pure and linear in the length of the paragraph.
 */
export class PatternMatcher {
  readonly #trie = new TermTrie()
  readonly #patterns: CompiledPattern[] = []
  readonly #slotNumbers = new Map<string, number>()
  readonly #slotsOfTerm: number[][] = []
  readonly #patternsOfSlot: number[][] = []
  readonly #slotCounts: number[] = []

  /** The number of the pattern, which its matches carry. */
  add(pattern: Pattern, conditions: PatternConditions): number {
    const sequences = pattern.sequences.map((slots) => ({
      slots: slots.map(({ words }) => this.#slot(words)),
      gaps: slots.map(({ gap }) => gap),
    }))
    const slots = new Set(sequences.flatMap((sequence) => sequence.slots))
    const unless = conditions.unless.length > 0 ? this.#slot(conditions.unless) : null
    const number = this.#patterns.push({ sequences, unless, conditions }) - 1
    this.#slotCounts.push(slots.size)
    for (const slot of slots) this.#patternsOfSlot[slot]?.push(number)
    return number
  }

  /** The same list of words is the same slot. */
  #slot(words: readonly string[]): number {
    const key = [...words].sort().join('\n')
    const known = this.#slotNumbers.get(key)
    if (known !== undefined) return known
    const slot = this.#patternsOfSlot.push([]) - 1
    this.#slotNumbers.set(key, slot)
    for (const word of words) {
      const term = this.#trie.add(word)
      this.#slotsOfTerm[term] ??= []
      this.#slotsOfTerm[term].push(slot)
    }
    return slot
  }

  /**
   * The function that finds the patterns of a paragraph, at most one match for each pattern and scope. `sentences`
   * are the paragraph's, in order and without gaps.
   */
  prepare(): (text: string, sentences: readonly Range[], isRetracted: IsRetracted) => PatternMatch[] {
    const table = new SlotTable({
      slotsOfTerm: this.#slotsOfTerm,
      patternsOfSlot: this.#patternsOfSlot,
      slotCounts: this.#slotCounts,
    })
    const computedTerms = new Map(COMPUTED_GROUPS.map((group) => [group, this.#trie.add(computedWord(group))]))
    const anyOfParagraph = this.#patterns.some(({ conditions }) => conditions.within === 'paragraph')

    const scan = (text: string): Hit[] => {
      const hits: Hit[] = []
      const computed = findComputed(text)
      let next = 0
      const addComputedUpTo = (offset: number) => {
        for (let hit = computed[next]; hit && hit.start <= offset; hit = computed[++next])
          hits.push({ term: computedTerms.get(hit.group) ?? -1, start: hit.start, end: hit.end })
      }
      this.#trie.scan(text, 0, text.length, (term, start, end) => {
        addComputedUpTo(start)
        hits.push({ term, start, end })
      })
      addComputedUpTo(text.length)
      return hits
    }

    return (text, sentences, isRetracted) => {
      const hits = scan(text)
      const matches: PatternMatch[] = []
      const matchScope = (scope: PatternScope, from: number, to: number) => {
        for (const number of table.load(hits, from, to)) {
          const pattern = this.#patterns[number]
          if (!pattern || pattern.conditions.within !== scope) continue
          if (pattern.unless !== null && table.has(pattern.unless)) continue
          const range = matchPattern(pattern, table, isRetracted)
          if (range) matches.push({ pattern: number, start: range.start, end: range.end })
        }
      }
      let from = 0
      for (const sentence of sentences) {
        let to = from
        while (to < hits.length && (hits[to]?.start ?? 0) < sentence.end) to++
        matchScope('sentence', from, to)
        from = to
      }
      if (anyOfParagraph) matchScope('paragraph', 0, hits.length)
      return matches
    }
  }
}

/** The range over one standing match of every sequence, or null. */
function matchPattern(pattern: CompiledPattern, table: SlotTable, isRetracted: IsRetracted): Range | null {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const sequence of pattern.sequences) {
    const ranges = matchSequence(sequence, (slot) => table.hitsOf(slot))
    const range = ranges.find((one) => !isRetracted(one, pattern.conditions.countNegated))
    if (!range) return null
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return { start, end }
}
