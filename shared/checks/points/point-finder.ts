import { PAPER_KINDS, type PaperKind } from '../../model/kinds.ts'
import type { Pack } from '../../packs/pack.ts'
import type { Range } from '../../text/sentences.ts'
import type { CheckContext, Paragraph } from '../context.ts'
import { type PatternMatch, PatternMatcher } from '../matching/pattern-matcher.ts'
import { createRetraction } from '../matching/retraction.ts'
import { TextMemo } from '../text-memo.ts'
import type { PointResult } from '../types.ts'
import { isBody } from './places.ts'
import { createJudge } from './point-judge.ts'
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
