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
  readonly sentences: readonly (Range & { text: string })[]
  /** Quoted stretches, marks included, in order of their start; inner ones follow the outer. */
  readonly quotes: readonly Range[]
  readonly #known = new Map<object, unknown>()

  constructor(text: string) {
    this.text = text
    this.characters = countCharacters(text)
    this.isBlank = text.trim() === ''
    this.sentences = splitSentences(text).map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    this.quotes = findQuotes(text)
  }

  /** What `compute` makes of this text, computed once for each `owner`. It may depend on nothing but the text. */
  recall<T extends object>(owner: object, compute: (own: ParagraphText) => T): T {
    // An owner computes values of one type only.
    let value = this.#known.get(owner) as T | undefined
    if (value === undefined) {
      value = compute(this)
      this.#known.set(owner, value)
    }
    return value
  }
}
