import type { PaperNode } from './schema.ts'

/**
 * 批注: what somebody, mostly the leader, said of a place in a draft. It hangs on the paragraph as an attribute and is
 * no part of its text, so that nothing that reads the text (checks, Word, print, copies) can carry it out.
 */
export interface Remark {
  id: string
  /** What was said. */
  text: string
  /** Who said it; '' when nobody is named. */
  author: string
  /** ISO 8601 in UTC. */
  written: string
  /** The words it is about, facts as U+FFFC; '' for the whole paragraph. */
  quote: string
  done: boolean
}

export interface PlacedRemark {
  remark: Remark
  /** Index of the paragraph. */
  block: number
  /** Document range of the words it is about; of the whole paragraph where they are gone. */
  from: number
  to: number
  /** Whether the words still stand there. */
  stands: boolean
}

/** A fact counts one place in a document; it is no character anybody types. */
const ATOM = '\ufffc'

export function remarksOf(node: PaperNode): readonly Remark[] {
  return node.attrs.remarks ?? []
}

/** The text of a paragraph as the quotes of its remarks were taken. */
export function quotable(block: PaperNode, from = 0, to = block.content.size): string {
  return block.textBetween(from, to, '', ATOM)
}

/** Every remark of a paper, in the order of its paragraphs. */
export function placedRemarks(doc: PaperNode): PlacedRemark[] {
  const placed: PlacedRemark[] = []
  doc.forEach((node, pos, block) => {
    for (const remark of remarksOf(node)) {
      const at = remark.quote === '' ? -1 : quotable(node).indexOf(remark.quote)
      const stands = at >= 0
      const from = pos + 1 + Math.max(at, 0)
      placed.push({ remark, block, from, to: from + (stands ? remark.quote.length : node.content.size), stands })
    }
  })
  return placed
}

/** How many remarks are still to be dealt with. */
export function openRemarks(doc: PaperNode): number {
  return placedRemarks(doc).filter(({ remark }) => !remark.done).length
}
