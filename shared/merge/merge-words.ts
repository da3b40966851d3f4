import { diffArrays } from 'diff'

/** A stretch of the base, end exclusive, and what took its place. */
export interface Edit {
  from: number
  to: number
  put: readonly string[]
}

/** Texts that share too little are not compared to the end: they do not go together. */
const MOST_EDITS = 1500

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
export const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Null when there is too much. */
function editsOf(base: readonly string[], variant: readonly string[]): Edit[] | null {
  const changes = diffArrays([...base], [...variant], { maxEditLength: MOST_EDITS })
  if (!changes) return null
  const edits: Edit[] = []
  let at = 0
  for (const { added, removed, value } of changes) {
    const last = edits.at(-1)
    if (!added && !removed) at += value.length
    else if (last && last.to === at)
      edits[edits.length - 1] = join(last, removed ? value.length : 0, added ? value : [])
    else edits.push({ from: at, to: at + (removed ? value.length : 0), put: added ? value : [] })
    if (removed) at += value.length
  }
  return edits
}

const join = (edit: Edit, gone: number, come: readonly string[]): Edit => ({
  from: edit.from,
  to: edit.to + gone,
  put: [...edit.put, ...come],
})

const isSame = (a: Edit, b: Edit): boolean =>
  a.from === b.from && a.to === b.to && a.put.length === b.put.length && a.put.every((one, at) => one === b.put[at])

/** At least one word that nobody changed must lie between. */
const isApart = (a: Edit, b: Edit): boolean => a.to < b.from || b.to < a.from

/**
 * The base with the edits of all variants, in words. Depends on which variants there are, not on their order.
 * @returns null where two of them changed the same words, or words that touch, in different ways
 */
export function mergeWords(base: readonly string[], variants: readonly (readonly string[])[]): string[] | null {
  const edits: Edit[] = []
  for (const variant of variants) {
    const own = editsOf(base, variant)
    if (!own) return null
    for (const edit of own) {
      if (edits.some((other) => isSame(edit, other))) continue
      if (edits.some((other) => !isApart(edit, other))) return null
      edits.push(edit)
    }
  }
  const result: string[] = []
  let at = 0
  for (const { from, to, put } of edits.sort((a, b) => a.from - b.from)) {
    result.push(...base.slice(at, from), ...put)
    at = to
  }
  return [...result, ...base.slice(at)]
}
