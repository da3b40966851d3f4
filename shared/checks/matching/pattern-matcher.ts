import { COMPUTED_GROUPS, computedWord, type Pattern } from '../../packs/pattern.ts'
import { firstFrom } from '../../text/search.ts'
import type { Range } from '../../text/sentences.ts'
import type { ParagraphText } from '../paragraph-text.ts'
import { findComputed } from './computed-words.ts'
import { HitList } from './hit-list.ts'
import { type CompiledSequence, matchSequence } from './sequences.ts'
import { SlotTable } from './slot-table.ts'
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

/** A pattern found in a paragraph: its number, and the range from its first to its last word. */
export interface PatternMatch extends Range {
  pattern: number
  /** The sentences it touches, as indexes into those of the paragraph. */
  firstSentence: number
  lastSentence: number
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
  readonly #wordsOfSlot: (readonly string[])[] = []
  readonly #slotsOfPattern: number[][] = []

  /** The number of the pattern, which its matches carry. */
  add(pattern: Pattern, conditions: PatternConditions): number {
    const sequences = pattern.sequences.map((slots) => ({
      slots: slots.map(({ words }) => this.#slot(words)),
      gaps: slots.map(({ gap }) => gap),
    }))
    const slots = [...new Set(sequences.flatMap((sequence) => sequence.slots))]
    const unless = conditions.unless.length > 0 ? this.#slot(conditions.unless) : null
    const number = this.#patterns.push({ sequences, unless, conditions }) - 1
    this.#slotsOfPattern.push(slots)
    return number
  }

  /** The same list of words is the same slot. */
  #slot(words: readonly string[]): number {
    const key = [...words].sort().join('\n')
    const known = this.#slotNumbers.get(key)
    if (known !== undefined) return known
    const slot = this.#wordsOfSlot.push(words) - 1
    this.#slotNumbers.set(key, slot)
    for (const word of words) {
      const term = this.#trie.add(word)
      this.#slotsOfTerm[term] ??= []
      this.#slotsOfTerm[term].push(slot)
    }
    return slot
  }

  /** The function that finds the patterns of a paragraph, at most one match for each pattern and scope. */
  prepare(): (paragraph: ParagraphText, isRetracted: IsRetracted) => PatternMatch[] {
    const computedTerms = new Map(COMPUTED_GROUPS.map((group) => [group, this.#trie.add(computedWord(group))]))
    const hits = new HitList()
    const slotsOfTerm = Array.from({ length: this.#trie.size }, (_, term) => this.#slotsOfTerm[term] ?? [])
    const table = new SlotTable({ slotsOfTerm, slotsOfPattern: this.#slotsOfPattern, keySlots: this.#keySlots() }, hits)
    const anyOfParagraph = this.#patterns.some(({ conditions }) => conditions.within === 'paragraph')

    return ({ text, sentences }, isRetracted) => {
      hits.count = 0
      this.#trie.scan(text, hits)
      hits.merge(
        findComputed(text).map(({ group, start, end }) => ({ term: computedTerms.get(group) ?? -1, start, end })),
      )
      const matches: PatternMatch[] = []
      const matchScope = (scope: PatternScope, from: number, to: number) => {
        for (const number of table.load(from, to)) {
          const pattern = this.#patterns[number]
          if (!pattern || pattern.conditions.within !== scope) continue
          if (pattern.unless !== null && table.has(pattern.unless)) continue
          const range = matchPattern(pattern, table, isRetracted)
          if (!range) continue
          const { start, end } = range
          const firstSentence = Math.max(0, firstFrom(sentences, start + 1) - 1)
          matches.push({ pattern: number, start, end, firstSentence, lastSentence: firstFrom(sentences, end) - 1 })
        }
      }
      let from = 0
      for (const sentence of sentences) {
        let to = from
        while (to < hits.count && (hits.starts[to] ?? 0) < sentence.end) to++
        if (to > from) matchScope('sentence', from, to)
        from = to
      }
      if (anyOfParagraph) matchScope('paragraph', 0, hits.count)
      return matches
    }
  }

  /** Of each pattern the slot that is met least often, as far as its words tell. */
  #keySlots(): number[] {
    const chances = this.#wordsOfSlot.map((words) =>
      words.reduce((sum, word) => sum + chanceOf(word) * (this.#slotsOfTerm[this.#trie.add(word)]?.length ?? 0), 0),
    )
    const chance = (slot: number) => chances[slot] ?? 1
    return this.#slotsOfPattern.map((slots) =>
      slots.reduce((best, slot) => (chance(slot) < chance(best) ? slot : best), slots[0] ?? -1),
    )
  }
}

/** Of so many places of a text one holds a given character. */
const CHARACTERS = 60

/** How likely a word is to be met; a group that no list can hold counts as a single character. */
function chanceOf(word: string): number {
  return CHARACTERS ** -(word.startsWith('\n') ? 1 : word.length)
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
