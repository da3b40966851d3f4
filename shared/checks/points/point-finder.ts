import { PAPER_KINDS, type PaperKind } from '../../model/kinds.ts'
import type { Pack } from '../../packs/pack.ts'
import type { CheckContext } from '../context.ts'
import { PatternMatcher } from '../matching/pattern-matcher.ts'
import { createRetraction } from '../matching/retraction.ts'
import type { ParagraphText } from '../paragraph-text.ts'
import type { PointResult } from '../types.ts'
import { isBody } from './places.ts'
import { createJudge, type FoundPattern } from './point-judge.ts'
import { preparePoint } from './prepared-point.ts'

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

  const matchesOf = (own: ParagraphText) => findPatterns(own, retractionIn(own))

  return (context) => {
    const found: FoundPattern[] = []
    for (const paragraph of context.paragraphs) {
      if (!isBody(paragraph)) continue
      for (const match of paragraph.own.recall(findPatterns, matchesOf)) {
        found[match.pattern] ??= { paragraphs: [], matches: [] }
        found[match.pattern]?.paragraphs.push(paragraph)
        found[match.pattern]?.matches.push(match)
      }
    }
    return points.map(createJudge(context, found))
  }
}
