import type { CheckContext, Paragraph } from '../context.ts'
import type { PatternMatch } from '../matching/pattern-matcher.ts'
import type { PointResult } from '../types.ts'
import { bestEvidence, type Support } from './evidence.ts'
import { createPlaces } from './places.ts'
import type { PreparedPoint, Wanted } from './prepared-point.ts'

/** Characters of a match beyond this make it no surer. */
const FULL_WEIGHT = 12

/** A match and the paragraph it stands in; its offsets count from the paragraph's beginning. */
export interface PlacedMatch {
  match: PatternMatch
  paragraph: Paragraph
}

/**
 * Judges the points of one paper by what was found in it: missing, weak with what it lacks, or covered.
 * `found`: the matches of each pattern, in order; empty places for patterns without any.
 */
export function createJudge(
  context: CheckContext,
  found: readonly (readonly PlacedMatch[] | undefined)[],
): (point: PreparedPoint) => PointResult {
  const isAt = createPlaces(context)

  const support = (wanted: readonly Wanted[]): Support[] => {
    const supports: Support[] = []
    for (const { pattern, place } of wanted) {
      for (const { match, paragraph } of found[pattern] ?? []) {
        if (!isAt(place, paragraph, paragraph.start + match.start)) continue
        const weight = Math.min(match.end - match.start, FULL_WEIGHT)
        for (let index = match.firstSentence; index <= match.lastSentence; index++) {
          const sentence = paragraph.sentences[index]
          if (sentence) supports.push({ sentence, weight })
        }
      }
    }
    return supports
  }

  const holds = ({ wanted, need }: PreparedPoint['needs'][number], evidence: readonly Support[]): boolean => {
    const { date } = context
    if ((need.from || need.until) && !date) return true
    if (date && ((need.from && date < need.from) || (need.until && date > need.until))) return true
    const met = support(wanted)
    if (need.within === 'paper') return met.length > 0
    const key = need.within === 'evidence' ? (s: Support) => s.sentence.start : (s: Support) => s.sentence.paragraph
    const places = new Set(evidence.map(key))
    return met.some((one) => places.has(key(one)))
  }

  return (point: PreparedPoint): PointResult => {
    const { id, pillar, title, level } = point.definition
    const head = { id, pillar, title, level }
    const covered = support(point.cover)
    if (covered.length > 0) {
      const lacking = point.needs.filter((need) => !holds(need, covered)).map(({ need }) => need.lacking)
      const evidence = bestEvidence(context, covered)
      return lacking.length === 0
        ? { ...head, state: 'covered', evidence }
        : { ...head, state: 'weak', lacking: lacking.join('；'), evidence }
    }
    for (const { wanted, lacking } of point.weak) {
      const touched = support(wanted)
      if (touched.length > 0) return { ...head, state: 'weak', lacking, evidence: bestEvidence(context, touched) }
    }
    return { ...head, state: 'missing', evidence: [] }
  }
}
