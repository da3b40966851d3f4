import type { PointsSection } from '../../packs/points-section.ts'
import type { Range } from '../../text/sentences.ts'
import type { HitsOfSlot, PatternMatcher } from './pattern-matcher.ts'

const CLAUSE_STOP = new Set(['，', '；', '。', '！', '？', '：', '\n'])
/** Characters between a negation and the mention it takes back. */
const REACH = 8

/**
 * Tells whether a mention is taken back: by a negation before it (不是为了…), by a complaint behind it (…不到位), both in
 * the same clause, or because it is other people's talk (有人说“…”).
 */
export function createRetraction(matcher: PatternMatcher, reading: PointsSection['reading']) {
  const before = matcher.slot(reading.negationBefore)
  const after = matcher.slot(reading.negationAfter)
  const harmless = matcher.slot(reading.notNegation)
  const hearsay = matcher.slot(reading.hearsay)

  return (text: string, quotes: readonly Range[], range: Range, hits: HitsOfSlot): boolean => {
    const real = (cue: Range) => !hits(harmless).some(({ start, end }) => start <= cue.start && cue.end <= end)
    const sameClause = (from: number, to: number) => {
      for (let index = from; index < to; index++) if (CLAUSE_STOP.has(text.charAt(index))) return false
      return true
    }
    const near = (from: number, to: number) => from <= to && to - from <= REACH && sameClause(from, to)
    if (hits(before).some((cue) => near(cue.end, range.start) && real(cue))) return true
    if (hits(after).some((cue) => near(range.end, cue.start) && real(cue))) return true
    const quote = quotes.find(({ start, end }) => start < range.start && range.end < end)
    return quote !== undefined && hits(hearsay).some((cue) => cue.end <= quote.start && near(cue.end, quote.start))
  }
}
