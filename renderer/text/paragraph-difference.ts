import { diffArrays } from 'diff'
import { changeSize, type DifferencePart, difference } from './difference.ts'

/** A paragraph of two texts side by side. */
export interface ParagraphChange {
  kind: 'same' | 'changed' | 'added' | 'removed'
  parts: readonly DifferencePart[]
}

/** A part of a paper: from one first-level heading to the next. */
export interface PartChange {
  /** The heading; '' for what stands before the first. */
  title: string
  paragraphs: readonly ParagraphChange[]
  added: number
  removed: number
}

/** Two paragraphs that share this much of their pairs of characters are one that was rewritten. */
const ALIKE = 0.35
const FIRST_LEVEL = /^[一二三四五六七八九十]+、/

/** What changed from one text to another, paragraph by paragraph, in words inside each. */
export function paragraphDifference(older: string, newer: string): ParagraphChange[] {
  const found: ParagraphChange[] = []
  let gone: string[] = []
  let come: string[] = []
  const settle = () => {
    found.push(...pairUp(gone, come))
    gone = []
    come = []
  }
  for (const { added, removed, value } of diffArrays(older.split('\n'), newer.split('\n'))) {
    if (removed) gone.push(...value)
    else if (added) come.push(...value)
    else {
      settle()
      found.push(...value.map((text): ParagraphChange => ({ kind: 'same', parts: [{ kind: 'same', text }] })))
    }
  }
  settle()
  return found
}

/** The same, gathered by parts with how much changed in each. */
export function partDifference(older: string, newer: string): PartChange[] {
  const parts: { title: string; paragraphs: ParagraphChange[] }[] = [{ title: '', paragraphs: [] }]
  for (const paragraph of paragraphDifference(older, newer)) {
    const text = textAfter(paragraph)
    if (FIRST_LEVEL.test(text)) parts.push({ title: text, paragraphs: [] })
    parts.at(-1)?.paragraphs.push(paragraph)
  }
  return parts
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((part) => ({ ...part, ...changeSize(part.paragraphs.flatMap(({ parts: pieces }) => pieces)) }))
}

/** The newer form; the older one of a paragraph that went. */
function textAfter({ kind, parts }: ParagraphChange): string {
  const unwanted = kind === 'removed' ? 'added' : 'removed'
  return parts.flatMap((part) => (part.kind === unwanted ? [] : part.text)).join('')
}

/** Paragraphs that went and came at one place: each that came is held against the next alike one that went. */
function pairUp(gone: readonly string[], come: readonly string[]): ParagraphChange[] {
  const found: ParagraphChange[] = []
  let next = 0
  const removedUpTo = (end: number) => {
    for (; next < end; next++) found.push({ kind: 'removed', parts: [{ kind: 'removed', text: gone[next] ?? '' }] })
  }
  for (const text of come) {
    const match = gone.findIndex((old, index) => index >= next && likeness(old, text) >= ALIKE)
    if (match < 0) {
      found.push({ kind: 'added', parts: [{ kind: 'added', text }] })
      continue
    }
    removedUpTo(match)
    found.push({ kind: 'changed', parts: difference(gone[match] ?? '', text) })
    next = match + 1
  }
  removedUpTo(gone.length)
  return found
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let index = 0; index + 1 < text.length; index++) found.add(text.slice(index, index + 2))
  return found
}

/** Share of the pairs of characters that stand in both, 0 to 1. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [of, others] = [pairs(a), pairs(b)]
  let shared = 0
  for (const pair of of) if (others.has(pair)) shared++
  return of.size + others.size === 0 ? 0 : (2 * shared) / (of.size + others.size)
}
