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

/** Characters that came and went. */
export function changeSize(parts: readonly DifferencePart[]): { added: number; removed: number } {
  const size = (kind: DifferencePart['kind']) =>
    parts.reduce((total, part) => (part.kind === kind ? total + part.text.replace(/\s/g, '').length : total), 0)
  return { added: size('added'), removed: size('removed') }
}
