import type { PaperNode } from '../../shared/model/schema.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { type DifferencePart, difference, listDifference } from '../text/difference.ts'

/** A paragraph of a paper with the words it shows, without its number. */
export interface OwnBlock {
  node: PaperNode
  text: string
}

/** What an inline node shows. */
export function shownText(node: PaperNode, factText: FactText): string {
  if (node.type.name === 'line_break') return '\n'
  if (node.type.name !== 'fact') return node.text ?? ''
  const { text, label } = factText(node.attrs.key)
  return text ?? `【${label}】`
}

/** The paragraphs of a paper that show something. */
export function ownBlocks(doc: PaperNode, factText: FactText): OwnBlock[] {
  return doc.children
    .map((node) => ({ node, text: node.children.map((child) => shownText(child, factText)).join('') }))
    .filter(({ text }) => text.trim() !== '')
}

/** Paragraphs that share less than this are two, not one that was edited. */
const ALIKE = 0.35

/** The share of two texts that is the same. */
function likeness(parts: readonly DifferencePart[]): number {
  const size = (kind: DifferencePart['kind']) =>
    parts.reduce((sum, part) => sum + (part.kind === kind ? part.text.length : 0), 0)
  const same = size('same')
  return (2 * same) / Math.max(1, 2 * same + size('added') + size('removed'))
}

/** How a paragraph of the older text goes on in the newer: as it was, edited, gone; or one that is new. */
export type Pair =
  | { kind: 'same' | 'edited'; older: number; newer: number; parts: DifferencePart[] }
  | { kind: 'gone'; older: number; newer: null }
  | { kind: 'new'; older: null; newer: number }

/** Pairs the paragraphs of two texts, in the order of the newer. */
export function pairBlocks(older: readonly OwnBlock[], newer: readonly OwnBlock[]): Pair[] {
  const texts = (blocks: readonly OwnBlock[]) => blocks.map(({ text }) => text)
  const parts = listDifference(texts(older), texts(newer))
  const pairs: Pair[] = []
  const gone: number[] = []
  const dropGone = (count: number) => {
    for (const index of gone.splice(0, count)) pairs.push({ kind: 'gone', older: index, newer: null })
  }
  for (const [index, part] of parts.entries()) {
    const numbers = (first: number) => Array.from({ length: part.count }, (_, offset) => first + offset)
    if (part.kind === 'same') {
      dropGone(gone.length)
      for (const offset of numbers(0))
        pairs.push({ kind: 'same', older: part.older + offset, newer: part.newer + offset, parts: [] })
    } else if (part.kind === 'removed') {
      gone.push(...numbers(part.older))
      if (parts[index + 1]?.kind !== 'added') dropGone(gone.length)
    } else {
      for (const at of numbers(part.newer)) {
        const newText = newer[at]?.text ?? ''
        const compared = gone.map((candidate) => difference(older[candidate]?.text ?? '', newText))
        const match = compared.findIndex((candidate) => likeness(candidate) >= ALIKE)
        if (match < 0) pairs.push({ kind: 'new', older: null, newer: at })
        else {
          dropGone(match)
          pairs.push({ kind: 'edited', older: gone.shift() ?? 0, newer: at, parts: compared[match] ?? [] })
        }
      }
      dropGone(gone.length)
    }
  }
  dropGone(gone.length)
  return pairs
}
