import type { CheckContext, Sentence } from '../context.ts'
import type { Quote } from '../types.ts'

/** The sentences that make a point, and how many characters of each do: more make it surer. */
export type Support = Map<Sentence, number>

const MOST = 3

/** The surest sentences, at most three, in the order of the text. Leading and trailing space is left out. */
export function bestEvidence(context: CheckContext, support: Support): Quote[] {
  const best: [Sentence, number][] = []
  for (const entry of support) {
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
