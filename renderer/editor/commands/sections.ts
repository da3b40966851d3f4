import type { PaperNode } from '../../../shared/model/schema.ts'

/** Index of the first child that may be moved: title, by-lines and salutation stay in front. */
export function bodyStart(doc: PaperNode): number {
  let index = 0
  while (index < doc.childCount && isFront(doc.child(index))) index += 1
  return index
}

/** Index behind the last heading or paragraph; the closing stands from there on. */
export function bodyEnd(doc: PaperNode): number {
  let index = doc.childCount
  while (index > 0 && doc.child(index - 1).type.name === 'closing') index -= 1
  return index
}

export function isFront(node: PaperNode): boolean {
  return ['title', 'byline', 'salutation'].includes(node.type.name)
}

/** Level of a heading, or 5 for everything else: what hangs under nothing. */
export function rank(node: PaperNode): number {
  return node.type.name === 'heading' ? node.attrs.level : 5
}

/** Position before the child with this index; at the end, the end of the document. */
export function posOf(doc: PaperNode, index: number): number {
  let pos = 0
  for (let child = 0; child < index; child++) pos += doc.child(child).nodeSize
  return pos
}

/** A heading with all that hangs under it, or one paragraph; end exclusive. */
export function sectionAt(doc: PaperNode, index: number): { start: number; end: number } {
  const level = rank(doc.child(index))
  let end = index + 1
  const limit = Math.max(bodyEnd(doc), end)
  if (level < 5) while (end < limit && rank(doc.child(end)) > level) end += 1
  return { start: index, end }
}

/** Where a section goes when it moves up by one place among its like, or null at the top. */
export function placeAbove(doc: PaperNode, index: number): number | null {
  const first = bodyStart(doc)
  const level = rank(doc.child(index))
  if (level === 5) return index > first ? index - 1 : null
  for (let above = index - 1; above >= first; above--) if (rank(doc.child(above)) <= level) return above
  return null
}

/** Where a section goes when it moves down: the index it is put before, or null at the bottom. */
export function placeBelow(doc: PaperNode, index: number): number | null {
  const { end } = sectionAt(doc, index)
  if (end >= bodyEnd(doc)) return null
  const level = rank(doc.child(index))
  const next = doc.child(end)
  if (level === 5 || rank(next) === level) return level === 5 ? end + 1 : sectionAt(doc, end).end
  // Under the next heading of a higher level: behind what introduces it.
  let below = end + 1
  while (below < bodyEnd(doc) && rank(doc.child(below)) === 5) below += 1
  return below
}
