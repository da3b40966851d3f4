import { type Range, splitSentences } from '../text/sentences.ts'
import { countCharacters } from './length.ts'
import { findQuotes } from './reading/quotes.ts'

/**
 * What is known of a paragraph by its text alone, wherever it stands. Offsets count from its beginning. One is kept for
 * each text, with all that was computed from it, so that a change of one paragraph costs one paragraph.
 */
export class ParagraphText {
  readonly text: string
  /** As an office counts them, see {@link countCharacters}. */
  readonly characters: number
  readonly isBlank: boolean
  readonly sentences: readonly Range[]
  /** Quoted stretches, marks included, in order of their start; inner ones follow the outer. */
  readonly quotes: readonly Range[]
  // A handful of owners: looking along a list is quicker than a map, and much smaller.
  readonly #owners: object[] = []
  readonly #values: unknown[] = []

  constructor(text: string) {
    this.text = text
    this.characters = countCharacters(text)
    this.isBlank = text.trim() === ''
    this.sentences = splitSentences(text)
    this.quotes = findQuotes(text)
  }

  /** What `compute` makes of this text, computed once for each `owner`. It may depend on nothing but the text. */
  recall<T>(owner: object, compute: (own: ParagraphText) => T): T {
    const index = this.#owners.indexOf(owner)
    // An owner computes values of one type only.
    if (index >= 0) return this.#values[index] as T
    const value = compute(this)
    this.#owners.push(owner)
    this.#values.push(value)
    if (this.#owners.length > MOST_OWNERS) {
      this.#owners.shift()
      this.#values.shift()
    }
    return value
  }
}

/** What is asked for by somebody else than the checks of today: packs and sets of patterns that are gone. */
const MOST_OWNERS = 24
