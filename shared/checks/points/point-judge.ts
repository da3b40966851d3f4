import type { CheckContext, Paragraph } from '../context.ts'
import type { PatternMatch } from '../matching/pattern-matcher.ts'
import type { PointResult } from '../types.ts'
import { bestEvidence, type Support } from './evidence.ts'
import { createPlaces } from './places.ts'
import type { PreparedPoint, Wanted } from './prepared-point.ts'

/** Characters of a match beyond this make it no surer. */
const FULL_WEIGHT = 12

/** Where a pattern was found: the paragraphs, and beside each the match in it. */
export interface FoundPattern {
  paragraphs: Paragraph[]
  matches: PatternMatch[]
}

/**
 * Judges the points of one paper by what was found in it: missing, weak with what it lacks, or covered.
 * `found`: by the number of the pattern; empty places for patterns without any match.
 */
export function createJudge(
  context: CheckContext,
  found: readonly (FoundPattern | undefined)[],
): (point: PreparedPoint) => PointResult {
  const isAt = createPlaces(context)

  const support = (wanted: readonly Wanted[]): Support => {
    const weights: Support = new Map()
    for (const { pattern, place } of wanted) {
      const { paragraphs, matches } = found[pattern] ?? NOTHING
      for (let at = 0; at < matches.length; at++) {
        const [paragraph, match] = [paragraphs[at], matches[at]]
        if (!paragraph || !match || !isAt(place, paragraph, paragraph.start + match.start)) continue
        const weight = Math.min(match.end - match.start, FULL_WEIGHT)
        for (let index = match.firstSentence; index <= match.lastSentence; index++) {
          const sentence = paragraph.sentences[index]
          if (sentence) weights.set(sentence, (weights.get(sentence) ?? 0) + weight)
        }
      }
    }
    return weights
  }

  const holds = ({ wanted, need }: PreparedPoint['needs'][number], evidence: Support): boolean => {
    const { date } = context
    // A paper without a date is one of now: what still holds is asked of it, what has ended is not.
    if (need.until && !date) return true
    if (date && ((need.from && date < need.from) || (need.until && date > need.until))) return true
    const met = support(wanted)
    if (need.within === 'paper') return met.size > 0
    if (need.within === 'evidence') return [...met.keys()].some((sentence) => evidence.has(sentence))
    const places = new Set([...evidence.keys()].map(({ paragraph }) => paragraph))
    return [...met.keys()].some(({ paragraph }) => places.has(paragraph))
  }

  return (point: PreparedPoint): PointResult => {
    const { id, pillar, title, level } = point.definition
    const head = { id, pillar, title, level }
    const covered = support(point.cover)
    if (covered.size > 0) {
      const lacking = point.needs.filter((need) => !holds(need, covered)).map(({ need }) => need.lacking)
      const evidence = bestEvidence(context, covered)
      return lacking.length === 0
        ? { ...head, state: 'covered', evidence }
        : { ...head, state: 'weak', lacking: lacking.join('；'), evidence }
    }
    for (const { wanted, lacking } of point.weak) {
      const touched = support(wanted)
      if (touched.size > 0) return { ...head, state: 'weak', lacking, evidence: bestEvidence(context, touched) }
    }
    return { ...head, state: 'missing', evidence: [] }
  }
}

const NOTHING: FoundPattern = { paragraphs: [], matches: [] }
