import { fingerprints, lettersOf, SHINGLE } from '../../../shared/text/shingles.ts'
import type { Found, SearchIndex } from '../../store/search-index.ts'

/** A passage of the draft that stands in a stored paper. Offsets are UTF-16 in the text they belong to. */
export interface SimilarPassage {
  start: number
  end: number
  /** How many papers have it, at most those looked at. */
  papers: number
  from: Found
  fromStart: number
  fromEnd: number
}

/** A paper the draft has something of. */
export interface SimilarSource {
  from: Found
  /** Letters and figures of the draft that stand there; several papers may have the same ones. */
  shared: number
}

export interface Similarity {
  /** Letters and figures of the draft, and how many of them stand elsewhere. */
  characters: number
  shared: number
  passages: SimilarPassage[]
  /** What shares most comes first. */
  sources: SimilarSource[]
}

/** Stored passages looked at for one shingle; the newest. */
const PER_SHINGLE = 8
/** Sources that are told apart. */
const MOST_SOURCES = 20

interface Span {
  start: number
  end: number
  found: Found
  at: number
  letterAt: number[]
}

/**
 * Finds what of a draft stands in stored papers: any run of 20 and more characters, marks and spaces aside.
 * @param isOwn what is the draft itself, or what it was made of
 */
export function findSimilar(
  index: Pick<SearchIndex, 'withShingle' | 'passage'>,
  text: string,
  isOwn: (found: Found) => boolean,
): Similarity {
  const draft = lettersOf(text)
  const spans = sharedSpans(index, draft.letters, isOwn).sort((a, b) => b.end - b.start - (a.end - a.start))
  const taken = new Uint8Array(draft.letters.length)
  const passages: SimilarPassage[] = []
  for (const span of spans) {
    let { start, end } = span
    while (start < end && taken[start]) start++
    while (end > start && taken[end - 1]) end--
    if (end - start < SHINGLE) continue
    taken.fill(1, start, end)
    const from = span.at + start - span.start
    passages.push({
      start: draft.at[start] ?? 0,
      end: (draft.at[end - 1] ?? 0) + 1,
      papers: new Set(spans.filter((one) => one.start <= start + 2 && one.end >= end - 2).map(({ found }) => found.ref))
        .size,
      from: span.found,
      fromStart: span.letterAt[from] ?? 0,
      fromEnd: (span.letterAt[from + end - start - 1] ?? 0) + 1,
    })
  }
  const shared = taken.reduce((sum, one) => sum + one, 0)
  passages.sort((a, b) => a.start - b.start)
  return { characters: draft.letters.length, shared, passages, sources: sourcesOf(spans) }
}

/** What each paper has of the draft, whichever other papers have it too. */
function sourcesOf(spans: readonly Span[]): SimilarSource[] {
  const ends = new Map<string, { from: Found; shared: number; end: number }>()
  for (const { start, end, found } of [...spans].sort((a, b) => a.start - b.start)) {
    const key = `${found.source} ${found.ref}`
    const source = ends.get(key) ?? { from: found, shared: 0, end: 0 }
    source.shared += Math.max(0, end - Math.max(start, source.end))
    source.end = Math.max(source.end, end)
    ends.set(key, source)
  }
  return [...ends.values()]
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SOURCES)
    .map(({ from, shared }) => ({ from, shared }))
}

/** The longest runs in common around each shingle that is found. */
function sharedSpans(
  index: Pick<SearchIndex, 'withShingle' | 'passage'>,
  letters: string,
  isOwn: (found: Found) => boolean,
): Span[] {
  const known = new Map<number, { found: Found; letters: string; at: number[] } | null>()
  const reached = new Map<number, number>()
  const spans: Span[] = []
  for (const { hash, at } of fingerprints(letters)) {
    const shingle = letters.slice(at, at + SHINGLE)
    for (const id of index.withShingle(hash, PER_SHINGLE)) {
      if ((reached.get(id) ?? -1) > at) continue
      if (!known.has(id)) {
        const found = index.passage(id)
        known.set(id, found && !isOwn(found) ? { found, ...lettersOf(found.text) } : null)
      }
      const other = known.get(id)
      const place = other?.letters.indexOf(shingle) ?? -1
      if (!other || place < 0) continue
      let back = 0
      while (at - back > 0 && place - back > 0 && letters[at - back - 1] === other.letters[place - back - 1]) back++
      let length = SHINGLE
      while (at + length < letters.length && letters[at + length] === other.letters[place + length]) length++
      reached.set(id, at + length - SHINGLE + 1)
      spans.push({ start: at - back, end: at + length, found: other.found, at: place - back, letterAt: other.at })
    }
  }
  return spans.filter(({ start, end }) => end - start >= SHINGLE + 2)
}
