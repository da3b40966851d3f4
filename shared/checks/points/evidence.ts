import type { CheckContext, Sentence } from '../context.ts'
import type { Quote } from '../types.ts'

/** A sentence that makes a point, and how much of it does. */
export interface Support {
  sentence: Sentence
  /** Characters of the matched words; a longer match is a surer one. */
  weight: number
}

const MOST = 3

/** The surest sentences, at most three, in the order of the text. Leading and trailing space is left out. */
export function bestEvidence(context: CheckContext, support: readonly Support[]): Quote[] {
  const weights = new Map<Sentence, number>()
  for (const { sentence, weight } of support) weights.set(sentence, (weights.get(sentence) ?? 0) + weight)
  const best: [Sentence, number][] = []
  for (const entry of weights) {
    const place = best.findIndex((other) => isSurer(entry, other))
    if (place >= 0) best.splice(place, 0, entry)
    else best.push(entry)
    if (best.length > MOST) best.pop()
  }
  return best
    .map(([{ start, end, text }]) =>
      context.quote({ start: end - text.trimStart().length, end: start + text.trimEnd().length }),
    )
    .sort((a, b) => a.start - b.start)
}

function isSurer([a, weightA]: [Sentence, number], [b, weightB]: [Sentence, number]): boolean {
  return weightA > weightB || (weightA === weightB && a.start < b.start)
}
