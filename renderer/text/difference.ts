import { diffArrays } from 'diff'

/** A stretch of two texts: the same in both, only in the newer, or only in the older. */
export interface DifferencePart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Milliseconds; two texts that share too little to be told apart in that time are shown as wholly replaced. */
const LONGEST = 400

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What changed from `older` to `newer`, in words. */
export function difference(older: string, newer: string): DifferencePart[] {
  if (older === newer) return older ? [{ kind: 'same', text: older }] : []
  const changes = diffArrays(words(older), words(newer), { timeout: LONGEST })
  if (!changes) {
    return [
      { kind: 'removed' as const, text: older },
      { kind: 'added' as const, text: newer },
    ].filter((part) => part.text)
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** A stretch of two lists: `older` and `newer` are where it begins, `count` how many entries the same or gone or new. */
export interface ListPart {
  kind: DifferencePart['kind']
  older: number
  newer: number
  count: number
}

/** What changed from one list of texts to another, entry by entry. */
export function listDifference(older: readonly string[], newer: readonly string[]): ListPart[] {
  let [atOlder, atNewer] = [0, 0]
  return diffArrays([...older], [...newer]).map(({ added, removed, value }) => {
    const part: ListPart = {
      kind: added ? 'added' : removed ? 'removed' : 'same',
      older: atOlder,
      newer: atNewer,
      count: value.length,
    }
    if (!added) atOlder += value.length
    if (!removed) atNewer += value.length
    return part
  })
}

/** Characters that came and went. */
export function changeSize(parts: readonly DifferencePart[]): { added: number; removed: number } {
  const size = (kind: DifferencePart['kind']) =>
    parts.reduce((total, part) => (part.kind === kind ? total + part.text.replace(/\s/g, '').length : total), 0)
  return { added: size('added'), removed: size('removed') }
}
