import type { PaperKind } from '../../model/kinds.ts'
import { PAPER_KINDS } from '../../model/kinds.ts'
import type { Pack } from '../../packs/pack.ts'
import { readPatterns } from '../../packs/pattern.ts'
import type { Place, PointDefinition, PointsSection, Wording } from '../../packs/points-section.ts'
import type { Range } from '../../text/sentences.ts'
import type { CheckContext, Paragraph } from '../context.ts'
import { type PatternMatch, PatternMatcher } from '../matching/pattern-matcher.ts'
import { createRetraction } from '../matching/retraction.ts'
import { TextMemo } from '../text-memo.ts'
import type { PointResult } from '../types.ts'
import { bestEvidence, type Support, sentencesOf } from './evidence.ts'
import { createPlaces, isBody } from './places.ts'

interface Wanted {
  pattern: number
  place: Place
}

interface PreparedPoint {
  definition: PointDefinition
  cover: Wanted[]
  weak: { wanted: Wanted[]; lacking: string }[]
  needs: { wanted: Wanted[]; need: PointDefinition['needs'][number] }[]
}

function preparePoint(
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

/** Prepares the required points of every kind of paper; the result finds them in one paper. */
export function createPointFinder(pack: Pack): (context: CheckContext) => PointResult[] {
  const finders = new Map(PAPER_KINDS.map((kind) => [kind, createKindFinder(pack, kind)]))
  return (context) => finders.get(context.input.kind)?.(context) ?? []
}

function createKindFinder(pack: Pack, kind: PaperKind): (context: CheckContext) => PointResult[] {
  const { words, reading, [kind]: definitions } = pack.points
  const matcher = new PatternMatcher()
  const points = definitions.map((definition) => preparePoint(matcher, definition, words))
  const findPatterns = matcher.prepare()
  const retractionIn = createRetraction(reading)

  const memo = new TextMemo<PatternMatch[]>()
  const matchesIn = ({ text, start: offset, quotes, sentences }: Paragraph) =>
    memo.get(text, () => {
      const local = ({ start, end }: Range): Range => ({ start: start - offset, end: end - offset })
      return findPatterns(text, sentences.map(local), retractionIn(text, quotes.map(local)))
    })

  return (context) => {
    const found = new Map<number, PatternMatch[]>()
    for (const paragraph of context.paragraphs.filter(isBody)) {
      for (const { pattern, start, end } of matchesIn(paragraph)) {
        const match = { pattern, start: start + paragraph.start, end: end + paragraph.start }
        const list = found.get(pattern)
        if (list) list.push(match)
        else found.set(pattern, [match])
      }
    }
    return points.map(createJudge(context, found))
  }
}

function createJudge(context: CheckContext, found: ReadonlyMap<number, readonly PatternMatch[]>) {
  const isAt = createPlaces(context)

  const support = (wanted: readonly Wanted[]): Support[] =>
    wanted.flatMap(({ pattern, place }) =>
      (found.get(pattern) ?? []).flatMap((match) => {
        const paragraph = context.paragraphAt(match.start)
        if (!paragraph || !isAt(place, paragraph, match)) return []
        const touched = sentencesOf(paragraph, match.start, match.end)
        return touched.map((sentence) => ({ sentence, weight: Math.min(match.end - match.start, 12) }))
      }),
    )

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
