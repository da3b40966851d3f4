import { COMPUTED_GROUPS, computedWord, type Pattern } from '../../packs/pattern.ts'
import type { Range } from '../../text/sentences.ts'
import { findComputed } from './computed-words.ts'
import { type CompiledSequence, matchSequence } from './sequences.ts'
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

/** Where the words of a slot stand, ordered by start. */
export type HitsOfSlot = (slot: number) => readonly Range[]

interface CompiledPattern {
  sequences: CompiledSequence[]
  /** The slots of all sequences, each once. */
  slots: number[]
  unless: number | null
  conditions: PatternConditions
}

const NO_HITS: readonly Range[] = []

/**
 * Finds many patterns in one pass. Add every pattern first; from then on `match` is a pure function, linear in the
 * length of the paragraph.
 */
export class PatternMatcher {
  readonly #trie = new TermTrie()
  readonly #patterns: CompiledPattern[] = []
  readonly #slotNumbers = new Map<string, number>()
  readonly #slotsOfTerm: number[][] = []
  readonly #patternsOfSlot: number[][] = []
  readonly #computed = COMPUTED_GROUPS.map((group) => ({ group, term: this.#term(computedWord(group)) }))

  /** The number of the pattern, which its matches carry. */
  add(pattern: Pattern, conditions: PatternConditions): number {
    const sequences = pattern.sequences.map((slots) => ({
      slots: slots.map(({ words }) => this.slot(words)),
      gaps: slots.map(({ gap }) => gap),
    }))
    const slots = [...new Set(sequences.flatMap((sequence) => sequence.slots))]
    const unless = conditions.unless.length > 0 ? this.slot(conditions.unless) : null
    const number = this.#patterns.push({ sequences, slots, unless, conditions }) - 1
    for (const slot of slots) this.#patternsOfSlot[slot]?.push(number)
    return number
  }

  /** The number of a list of words; the same list has the same number. */
  slot(words: readonly string[]): number {
    const key = [...words].sort().join('\n')
    const known = this.#slotNumbers.get(key)
    if (known !== undefined) return known
    const slot = this.#patternsOfSlot.push([]) - 1
    this.#slotNumbers.set(key, slot)
    for (const word of words) this.#slotsOfTerm[this.#term(word)]?.push(slot)
    return slot
  }

  /**
   * The patterns of one paragraph, at most one match for each pattern and scope. `scopes` are the paragraph's
   * sentences; `retracted` judges a range by the hits of the whole
   * paragraph.
   */
  match(
    text: string,
    sentences: readonly Range[],
    retracted: (range: Range, hits: HitsOfSlot, countNegated: boolean) => boolean,
  ): PatternMatch[] {
    const paragraphHits = this.#scan(text)
    const hits: HitsOfSlot = (slot) => paragraphHits.get(slot) ?? NO_HITS
    const isRetracted = (range: Range, countNegated: boolean) => retracted(range, hits, countNegated)
    const matches = this.#matchScope('paragraph', paragraphHits, isRetracted)
    for (const sentenceHits of splitHits(paragraphHits, sentences))
      matches.push(...this.#matchScope('sentence', sentenceHits, isRetracted))
    return matches
  }

  #term(word: string): number {
    const term = this.#trie.add(word)
    this.#slotsOfTerm[term] ??= []
    return term
  }

  #scan(text: string): Map<number, Range[]> {
    const hits = new Map<number, Range[]>()
    const record = (term: number, range: Range) => {
      for (const slot of this.#slotsOfTerm[term] ?? []) {
        const list = hits.get(slot)
        if (list) list.push(range)
        else hits.set(slot, [range])
      }
    }
    this.#trie.scan(text, 0, text.length, (term, start, end) => record(term, { start, end }))
    for (const { group, term } of this.#computed) {
      if ((this.#slotsOfTerm[term]?.length ?? 0) === 0) continue
      for (const range of findComputed(group, text)) record(term, range)
    }
    // A slot may hold a computed word besides literal ones; its hits must stay in order.
    for (const { term } of this.#computed)
      for (const slot of this.#slotsOfTerm[term] ?? []) hits.get(slot)?.sort((a, b) => a.start - b.start)
    return hits
  }

  #matchScope(
    scope: PatternScope,
    hitsOfScope: ReadonlyMap<number, readonly Range[]>,
    isRetracted: (range: Range, countNegated: boolean) => boolean,
  ): PatternMatch[] {
    const present = new Map<number, number>()
    for (const slot of hitsOfScope.keys())
      for (const pattern of this.#patternsOfSlot[slot] ?? []) present.set(pattern, (present.get(pattern) ?? 0) + 1)
    const hits: HitsOfSlot = (slot) => hitsOfScope.get(slot) ?? NO_HITS

    const matches: PatternMatch[] = []
    for (const [pattern, count] of present) {
      const compiled = this.#patterns[pattern]
      if (!compiled || compiled.conditions.within !== scope || count < compiled.slots.length) continue
      if (compiled.unless !== null && hitsOfScope.has(compiled.unless)) continue
      const range = matchAll(compiled, hits, isRetracted)
      if (range) matches.push({ pattern, ...range })
    }
    return matches
  }
}

/** The range over one standing match of every sequence, or null. */
function matchAll(
  pattern: CompiledPattern,
  hits: HitsOfSlot,
  isRetracted: (range: Range, countNegated: boolean) => boolean,
): Range | null {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const sequence of pattern.sequences) {
    const range = matchSequence(sequence, hits).find((one) => !isRetracted(one, pattern.conditions.countNegated))
    if (!range) return null
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return { start, end }
}

/** The hits of a paragraph by sentence. Sentences without hits are left out. */
function splitHits(hits: ReadonlyMap<number, readonly Range[]>, sentences: readonly Range[]): Map<number, Range[]>[] {
  if (sentences.length === 0) return []
  const bySentence = sentences.map(() => new Map<number, Range[]>())
  for (const [slot, ranges] of hits) {
    let index = 0
    for (const range of ranges) {
      while (index + 1 < sentences.length && (sentences[index]?.end ?? 0) <= range.start) index++
      if (range.end > (sentences[index]?.end ?? 0)) continue
      const own = bySentence[index]
      const list = own?.get(slot)
      if (list) list.push(range)
      else own?.set(slot, [range])
    }
  }
  return bySentence.filter((own) => own.size > 0)
}
