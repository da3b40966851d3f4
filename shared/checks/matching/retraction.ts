import { computedWord } from '../../packs/pattern.ts'
import type { PointsSection } from '../../packs/points-section.ts'
import type { Range } from '../../text/sentences.ts'
import type { HitsOfSlot, PatternMatcher } from './pattern-matcher.ts'

const CLAUSE_STOP = new Set(['，', '；', '。', '！', '？', '：', '\n'])
/** Characters between a negation and the mention it takes back. */
const REACH = 8
/** Characters between a subject and its figure: 落实全面从严治党战略部署方面6个. */
const LISTING_REACH = 24
/** No cue is longer. */
const LONGEST_CUE = 40

/** The paragraph a mention stands in. */
export interface Mentioned {
  text: string
  quotes: readonly Range[]
  hits: HitsOfSlot
  /** A mention under a negation counts: for points that are put as a prohibition. */
  countNegated: boolean
}

/** The hits that start in [from, to). `hits` are ordered by start. */
function startingIn(hits: readonly Range[], from: number, to: number): Range[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < hits.length && (hits[end]?.start ?? to) < to) end++
  return hits.slice(low, end)
}

/**
 * Tells whether a mention is taken back: by a negation before it (不是为了…) or a complaint behind it (…不到位) in the
 * same clause, because it is other people's talk (有人说“…”), or only an entry of a list of figures (党的建设方面5个).
 */
export function createRetraction(matcher: PatternMatcher, reading: PointsSection['reading']) {
  const before = matcher.slot(reading.negationBefore)
  const after = matcher.slot(reading.negationAfter)
  const harmless = matcher.slot(reading.notNegation)
  const hearsay = matcher.slot(reading.hearsay)
  const listing = matcher.slot([computedWord('方面数')])

  return ({ text, quotes, hits, countNegated }: Mentioned, range: Range): boolean => {
    const sameClause = (from: number, to: number) => {
      for (let index = from; index < to; index++) if (CLAUSE_STOP.has(text.charAt(index))) return false
      return true
    }
    const listed = startingIn(hits(listing), range.end, range.end + LISTING_REACH)
    if (listed.some((cue) => sameClause(range.end, cue.start) && !text.slice(range.end, cue.start).includes('、')))
      return true
    if (countNegated) return false

    const real = (cue: Range) =>
      !startingIn(hits(harmless), cue.start - LONGEST_CUE, cue.start + 1).some((other) => cue.end <= other.end)
    const ahead = startingIn(hits(before), range.start - REACH - LONGEST_CUE, range.start)
    const isAhead = (cue: Range, start: number) => cue.end <= start && start - cue.end <= REACH
    if (ahead.some((cue) => isAhead(cue, range.start) && sameClause(cue.end, range.start) && real(cue))) return true
    const behind = startingIn(hits(after), range.end, range.end + REACH + 1)
    if (behind.some((cue) => sameClause(range.end, cue.start) && real(cue))) return true

    const quote = quotes.find(({ start, end }) => start < range.start && range.end < end)
    if (!quote) return false
    const talk = startingIn(hits(hearsay), quote.start - REACH - LONGEST_CUE, quote.start)
    return talk.some((cue) => isAhead(cue, quote.start))
  }
}
