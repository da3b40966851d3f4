import { firstFrom } from '../../text/search.ts'
import type { CheckContext, Paragraph, Sentence } from '../context.ts'
import type { Quote } from '../types.ts'

/** A sentence that makes a point, and how much of it does. */
export interface Support {
  sentence: Sentence
  /** Characters of the matched words; a longer match is a surer one. */
  weight: number
}

const MOST = 3

/** The sentences of a match: all that its range touches. */
export function sentencesOf({ sentences }: Paragraph, start: number, end: number): Sentence[] {
  return sentences.slice(Math.max(0, firstFrom(sentences, start + 1) - 1), firstFrom(sentences, end))
}

/** The surest sentences, at most three, in the order of the text. Leading and trailing space is left out. */
export function bestEvidence(context: CheckContext, support: readonly Support[]): Quote[] {
  const weights = new Map<Sentence, number>()
  for (const { sentence, weight } of support) weights.set(sentence, (weights.get(sentence) ?? 0) + weight)
  return [...weights]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || a.start - b.start)
    .slice(0, MOST)
    .map(([{ start, end, text }]) =>
      context.quote({ start: end - text.trimStart().length, end: start + text.trimEnd().length }),
    )
    .sort((a, b) => a.start - b.start)
}
