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
  isFact: boolean
  from: number
  to: number
  /** Where its text begins in the title's. */
  at: number
}

/** In the spec of a decoration of a fact: where its text goes on in the next line. */
export interface FactBreaks {
  breaks: readonly number[]
}

/** The document range of a stretch of the text that the pieces make up, without facts that are broken themselves. */
function rangeOf(pieces: readonly Piece[], start: number, end: number): { from: number; to: number } | null {
  const inside = pieces.filter(({ text, at }) => at < end && at + text.length > start)
  const [first, last] = [inside[0], inside.at(-1)]
  const isBroken = ({ text, isFact, at }: Piece) => isFact && (at < start || at + text.length > end)
  if (!first || !last || inside.some(isBroken)) return null
  return {
    from: first.isFact ? first.from : first.from + Math.max(start - first.at, 0),
    to: last.isFact ? last.to : last.from + Math.min(end - last.at, last.text.length),
  }
}

/** Keeps the lines together in which these pieces are to stand; a fact that runs over a line is told where. */
function decorateLines(pieces: readonly Piece[], lines: readonly string[]): Decoration[] {
  if (lines.length < 2) return []
  const ends: number[] = []
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length)
  const kept = ends.flatMap((end, index) => {
    const range = rangeOf(pieces, ends[index - 1] ?? 0, end)
    return range ? [Decoration.inline(range.from, range.to, { class: 'title-line' })] : []
  })
  const broken = pieces
    .filter(({ isFact }) => isFact)
    .flatMap(({ from, to, at, text }) => {
      const breaks = ends.map((end) => end - at).filter((place) => place > 0 && place < text.length)
      return breaks.length > 0 ? [Decoration.node(from, to, {}, { breaks } satisfies FactBreaks)] : []
    })
  return [...kept, ...broken]
}

/** The lines in which a title is to stand, between words as in print. */
export function titleLines(title: PaperNode, pos: number, { shownFact, characters }: TitleLook): Decoration[] {
  const names = title.children.flatMap((child) => (child.type.name === 'fact' ? [shownFact(child.attrs.key)] : []))
  const decorations: Decoration[] = []
  let pieces: Piece[] = []
  const end = () => {
    const text = pieces.map((piece) => piece.text).join('')
    decorations.push(...decorateLines(pieces, breakTitle(text, characters(), names)))
    pieces = []
  }
  title.forEach((child, offset) => {
    const from = pos + 1 + offset
    const before = pieces.at(-1)
    if (child.type.name === 'line_break') end()
    else
      pieces.push({
        text: child.text ?? shownFact(child.attrs.key),
        isFact: !child.isText,
        from,
        to: from + child.nodeSize,
        at: before ? before.at + before.text.length : 0,
      })
  })
  end()
  return decorations
}
