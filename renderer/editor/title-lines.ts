import { Decoration } from 'prosemirror-view'
import type { PaperNode } from '../../shared/model/schema.ts'
import { breakTitle } from '../../shared/model/title-lines.ts'

/** What a title shows, and how many full-width characters stand on a line of it. */
export interface TitleLook {
  shownFact(key: string): string
  characters(): number
}

/** What a title shows between two places of the document. */
interface Piece {
  text: string
  from: number
  to: number
}

/** The document range of a stretch of the text that the pieces make up; a fact is taken whole. */
function rangeOf(pieces: readonly Piece[], start: number, end: number): { from: number; to: number } {
  let at = 0
  const range = { from: -1, to: -1 }
  for (const { text, from, to } of pieces) {
    const isFact = to - from !== text.length
    // A fact belongs to the line in which it begins.
    const begins = isFact ? at >= start && at < end : at < end && at + text.length > start
    if (begins) {
      if (range.from < 0) range.from = isFact ? from : from + Math.max(start - at, 0)
      range.to = isFact ? to : from + Math.min(end - at, text.length)
    }
    at += text.length
  }
  return range
}

/** The lines in which a title is to stand, between words as in print, each to be kept together. */
export function titleLines(title: PaperNode, pos: number, { shownFact, characters }: TitleLook): Decoration[] {
  const names = title.children.flatMap((child) => (child.type.name === 'fact' ? [shownFact(child.attrs.key)] : []))
  const decorations: Decoration[] = []
  let pieces: Piece[] = []
  const end = () => {
    const lines = breakTitle(pieces.map(({ text }) => text).join(''), characters(), names)
    let start = 0
    for (const line of lines.length > 1 ? lines : []) {
      const { from, to } = rangeOf(pieces, start, start + line.length)
      if (from < to) decorations.push(Decoration.inline(from, to, { class: 'title-line' }))
      start += line.length
    }
    pieces = []
  }
  title.forEach((child, offset) => {
    const from = pos + 1 + offset
    if (child.type.name === 'line_break') end()
    else pieces.push({ text: child.text ?? shownFact(child.attrs.key), from, to: from + child.nodeSize })
  })
  end()
  return decorations
}
