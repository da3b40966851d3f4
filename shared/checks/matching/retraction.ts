import type { PointsSection } from '../../packs/points-section.ts'
import { lastAt, startingIn } from '../../text/search.ts'
import type { Range } from '../../text/sentences.ts'
import type { ParagraphText } from '../paragraph-text.ts'
import { findListedFigures } from './computed-words.ts'
import { HitList } from './hit-list.ts'
import type { IsRetracted } from './pattern-matcher.ts'
import { TermTrie } from './term-trie.ts'

const CLAUSE_STOP = new Set(['，', '；', '。', '！', '？', '：', '\n'])
/** Characters between a negation and the mention it takes back. */
const REACH = 8
/** Characters between a subject and its figure: 落实全面从严治党战略部署方面6个. */
const LISTING_REACH = 24
/** No cue is longer; see the schema of the packs. */
const LONGEST_CUE = 40

const CUES = ['negationBefore', 'negationAfter', 'notNegation', 'hearsay'] as const
type CueHits = Record<(typeof CUES)[number] | 'listing' | 'quotes', Range[]>

/**
 * Tells whether a mention is taken back: by a negation before it (不是为了…) or a complaint behind it (…不到位) in the
 * same clause, because it is other people's talk (有人说“…”), or only an entry of a list of figures (党的建设方面5个).
 * What is returned looks at one paragraph, and reads it only when it is asked.
 */
export function createRetraction(reading: PointsSection['reading']): (paragraph: ParagraphText) => IsRetracted {
  const trie = new TermTrie()
  const cuesOfTerm: (typeof CUES)[number][][] = []
  for (const cue of CUES) {
    for (const word of reading[cue]) {
      const term = trie.add(word)
      cuesOfTerm[term] ??= []
      cuesOfTerm[term].push(cue)
    }
  }

  const findCues = (text: string, quotes: readonly Range[]): CueHits => {
    const found: CueHits = {
      negationBefore: [],
      negationAfter: [],
      notNegation: [],
      hearsay: [],
      listing: findListedFigures(text),
      quotes: outermost(quotes),
    }
    const hits = new HitList()
    trie.scan(text, hits)
    for (let index = 0; index < hits.count; index++) {
      const range = { start: hits.starts[index] ?? 0, end: hits.ends[index] ?? 0 }
      for (const cue of cuesOfTerm[hits.terms[index] ?? -1] ?? []) found[cue].push(range)
    }
    return found
  }

  return ({ text, quotes }) => {
    let known: CueHits | null = null
    return (range, countNegated) => {
      known ??= findCues(text, quotes)
      return isListed(text, known, range) || (!countNegated && isTakenBack(text, known, range))
    }
  }
}

/** Quotations that lie in no other one. `quotes` are ordered by start, the outer before the inner. */
function outermost(quotes: readonly Range[]): Range[] {
  let end = 0
  return quotes.filter((quote) => {
    if (quote.start < end) return false
    end = quote.end
    return true
  })
}

function inOneClause(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (CLAUSE_STOP.has(text.charAt(index))) return false
  return true
}

function isListed(text: string, cues: CueHits, { end }: Range): boolean {
  return startingIn(cues.listing, end, end + LISTING_REACH).some(
    ({ start }) => inOneClause(text, end, start) && !text.slice(end, start).includes('、'),
  )
}

function isTakenBack(text: string, cues: CueHits, range: Range): boolean {
  const isReal = (cue: Range) =>
    !startingIn(cues.notNegation, cue.start - LONGEST_CUE, cue.start + 1).some(({ end }) => cue.end <= end)
  const before = (list: readonly Range[], start: number) =>
    startingIn(list, start - REACH - LONGEST_CUE, start).filter(({ end }) => end <= start && start - end <= REACH)

  if (before(cues.negationBefore, range.start).some((cue) => inOneClause(text, cue.end, range.start) && isReal(cue)))
    return true
  const behind = startingIn(cues.negationAfter, range.end, range.end + REACH + 1)
  if (behind.some((cue) => inOneClause(text, range.end, cue.start) && isReal(cue))) return true

  const quote = lastAt(cues.quotes, range.start)
  if (!quote || quote.start >= range.start || quote.end <= range.end) return false
  return before(cues.hearsay, quote.start).length > 0
}
