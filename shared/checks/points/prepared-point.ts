import { readPatterns } from '../../packs/pattern.ts'
import type { Place, PointDefinition, PointsSection, Wording } from '../../packs/points-section.ts'
import type { PatternMatcher } from '../matching/pattern-matcher.ts'

/** A pattern by its number in the matcher, and where it counts. */
export interface Wanted {
  pattern: number
  place: Place
}

/** A point with its wordings as patterns of the matcher. */
export interface PreparedPoint {
  definition: PointDefinition
  cover: Wanted[]
  weak: { wanted: Wanted[]; lacking: string }[]
  needs: { wanted: Wanted[]; need: PointDefinition['needs'][number] }[]
}

/** Adds the wordings of a point to the matcher. */
export function preparePoint(
  matcher: PatternMatcher,
  definition: PointDefinition,
  groups: PointsSection['words'],
): PreparedPoint {
  const prepare = (wording: Wording, own: Pick<PointDefinition, 'place' | 'unless' | 'negated'>): Wanted[] => {
    const given: Partial<Exclude<Wording, string>> & { words: string } =
      typeof wording === 'string' ? { words: wording } : wording
    const { words, within = 'sentence', place = own.place, unless = [], negated = own.negated } = given
    return readPatterns(words, groups).map((pattern) => ({
      pattern: matcher.add(pattern, { within, unless: [...own.unless, ...unless], countNegated: negated === 'count' }),
      place,
    }))
  }
  const anywhere: Pick<PointDefinition, 'place' | 'unless' | 'negated'> = {
    place: 'anywhere',
    unless: [],
    negated: 'count',
  }
  return {
    definition,
    cover: definition.cover.flatMap((wording) => prepare(wording, definition)),
    weak: definition.weak.map(({ wordings, lacking }) => ({
      wanted: wordings.flatMap((wording) => prepare(wording, definition)),
      lacking,
    })),
    needs: definition.needs.map((need) => ({
      wanted: need.wordings.flatMap((wording) => prepare(wording, anywhere)),
      need,
    })),
  }
}
