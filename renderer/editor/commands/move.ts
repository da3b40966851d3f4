import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { bodyEnd, bodyStart, placeAbove, placeBelow, posOf, sectionAt } from './sections.ts'

/**
 * Moves the section at `index` before the child `before`, the cursor with it.
 * @returns null when it may not stand there or stands there already.
 */
export function moveSection(state: EditorState, index: number, before: number): Transaction | null {
  const { doc, selection } = state
  if (index < bodyStart(doc) || index >= bodyEnd(doc)) return null
  if (before < bodyStart(doc) || before > bodyEnd(doc)) return null
  const { start, end } = sectionAt(doc, index)
  if (before >= start && before <= end) return null
  const [from, to] = [posOf(doc, start), posOf(doc, end)]
  const target = posOf(doc, before)
  const content = doc.slice(from, to).content
  const transaction = state.tr
  const moved = before > end ? target - (to - from) : target
  transaction.delete(from, to).insert(moved, content)
  const shift = moved - from
  const inside = selection.anchor > from && selection.head > from && selection.anchor < to && selection.head < to
  if (inside)
    transaction.setSelection(TextSelection.create(transaction.doc, selection.anchor + shift, selection.head + shift))
  return transaction.scrollIntoView()
}

function move(place: typeof placeAbove): Command {
  return (state, dispatch) => {
    const index = state.selection.$from.index(0)
    const { doc } = state
    if (index < bodyStart(doc) || index >= bodyEnd(doc)) return false
    const before = place(doc, index)
    const transaction = before === null ? null : moveSection(state, index, before)
    if (!transaction) return false
    dispatch?.(transaction)
    return true
  }
}

/** Moves the paragraph, or the heading with its section, one place up or down among its like. */
export const moveUp: Command = move(placeAbove)
export const moveDown: Command = move(placeBelow)
