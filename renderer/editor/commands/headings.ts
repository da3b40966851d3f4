import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { type HeadingAttributes, type NumberForm, type PaperNode, paperSchema } from '../../../shared/model/schema.ts'
import { bodyEnd, posOf, rank, sectionAt } from './sections.ts'

const { heading, paragraph, closing } = paperSchema.nodes as Record<string, PaperNode['type']>

interface Place {
  node: PaperNode
  pos: number
  index: number
}

/** The top-level blocks the selection touches. */
export function selectedBlocks(state: EditorState): Place[] {
  const { $from, $to } = state.selection
  const places: Place[] = []
  for (let index = $from.index(0); index <= $to.index(0) && index < state.doc.childCount; index++)
    places.push({ node: state.doc.child(index), pos: posOf(state.doc, index), index })
  return places
}

const attributesOf = (node: PaperNode): HeadingAttributes => node.attrs as HeadingAttributes

/** Changes every selected heading by `change`; null leaves one as it is. */
function changeHeadings(change: (attributes: HeadingAttributes) => Partial<HeadingAttributes> | null): Command {
  return (state, dispatch) => {
    const { tr } = state
    for (const { node, pos } of selectedBlocks(state)) {
      if (node.type !== heading) continue
      const changed = change(attributesOf(node))
      if (changed) tr.setNodeMarkup(pos, null, { ...node.attrs, ...changed })
    }
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** One level down: 一、 becomes （一）; its number is counted from then on. */
export const demote: Command = changeHeadings(({ level, form }) =>
  level >= 4 ? null : { level: level + 1, form: level === 1 ? form : 'number', fixedMarker: null, restart: false },
)

/** One level up; the top level always counts 一、. */
export const promote: Command = changeHeadings(({ level, form }) =>
  level <= 1 ? null : { level: level - 1, form: level === 2 ? 'number' : form, fixedMarker: null, restart: false },
)

/** Begins counting at one here, or takes that back. */
export const toggleRestart: Command = changeHeadings(({ restart }) => ({ restart: !restart, fixedMarker: null }))

/** Lets the program count where a number stands as somebody wrote it. */
export const countMarkers: Command = changeHeadings(({ fixedMarker }) =>
  fixedMarker === null ? null : { fixedMarker: null },
)

/** The same for the whole paper. */
export const countAllMarkers: Command = (state, dispatch) => {
  const { tr } = state
  state.doc.forEach((node, pos) => {
    if (node.type === heading && node.attrs.fixedMarker !== null)
      tr.setNodeMarkup(pos, null, { ...node.attrs, fixedMarker: null })
  })
  if (!tr.docChanged) return false
  dispatch?.(tr)
  return true
}

/** The form a new heading of a level takes: that of the nearest one above it. */
export function formAbove(doc: PaperNode, index: number, level: number): NumberForm {
  for (let above = Math.min(index, doc.childCount) - 1; above >= 0; above--) {
    const node = doc.child(above)
    if (rank(node) === level) return attributesOf(node).form
    if (rank(node) < level) break
  }
  return 'number'
}

/**
 * Turns the selected paragraphs and headings into headings of a level that count 一、（一）1.（1）. Where they are of
 * that level already but count 一要 or the like, all that are counted in one row change together.
 */
export function setLevel(level: number): Command {
  return (state, dispatch) => {
    const { doc, tr } = state
    const last = bodyEnd(doc)
    for (const { node, pos, index } of selectedBlocks(state)) {
      if (index >= last || (node.type !== heading && node.type !== paragraph)) continue
      if (rank(node) === level) changeRow(tr, doc, index, 'number')
      else tr.setNodeMarkup(pos, heading, { level, form: 'number', hint: node.attrs.hint })
    }
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Turns the selected headings into paragraphs. */
export const setParagraph: Command = (state, dispatch) => {
  const { tr } = state
  for (const { node, pos, index } of selectedBlocks(state)) {
    if (node.type === heading) tr.setNodeMarkup(pos, paragraph, { hint: node.attrs.hint })
    // Only the first of several closing paragraphs can leave the closing.
    else if (node.type === closing && index === bodyEnd(tr.doc))
      tr.setNodeMarkup(pos, paragraph, { hint: node.attrs.hint })
  }
  if (!tr.docChanged) return false
  dispatch?.(tr)
  return true
}

/** Makes the selected paragraphs the closing of the paper, where they are the last. */
export const setClosing: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state)
  const last = blocks.at(-1)
  if (!last || last.index + 1 !== bodyEnd(state.doc)) return false
  if (blocks.some(({ node }) => node.type !== paragraph && node.type !== heading)) return false
  const kept = state.doc.child((blocks[0]?.index ?? 0) - 1)
  if (rank(kept) === 5 && kept.type !== paragraph) return false
  if (dispatch) {
    const { tr } = state
    for (const { node, pos } of blocks.reverse()) tr.setNodeMarkup(pos, closing, { hint: node.attrs.hint })
    dispatch(tr)
  }
  return true
}

/** The headings that are counted in one row with the one at `index`, itself among them. */
function row(doc: PaperNode, index: number): number[] {
  const { level, form } = attributesOf(doc.child(index))
  const members = [index]
  const collect = (step: 1 | -1) => {
    for (let at = index + step; at >= 0 && at < doc.childCount; at += step) {
      const node = doc.child(at)
      if (rank(node) < level) break
      if (rank(node) !== level) continue
      if (attributesOf(node).form !== form) break
      members.push(at)
    }
  }
  collect(-1)
  collect(1)
  return members
}

/** Counts a row of headings in another form. */
function changeRow(tr: Transaction, doc: PaperNode, index: number, form: NumberForm): void {
  for (const member of row(doc, index)) {
    const sibling = tr.doc.child(member)
    if (attributesOf(sibling).form === form && attributesOf(sibling).fixedMarker === null) continue
    tr.setNodeMarkup(posOf(doc, member), null, { ...sibling.attrs, form, fixedMarker: null })
  }
}

/**
 * Counts the heading, and all that are counted in one row with it, in another form: （一） 一要 一是 第一，.
 * A paragraph becomes a heading of level 2 in that form.
 */
export function setForm(form: NumberForm): Command {
  return (state, dispatch) => {
    const { doc, tr } = state
    for (const { node, pos, index } of selectedBlocks(state)) {
      if (node.type === paragraph) tr.setNodeMarkup(pos, heading, { level: 2, form, hint: node.attrs.hint })
      if (node.type !== heading || (attributesOf(node).level === 1 && form !== 'number')) continue
      changeRow(tr, doc, index, form)
    }
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }
}

/** Index a new heading of `level` is put at: behind the section the cursor is in. */
export function endOfSection(doc: PaperNode, index: number, level: number): number {
  for (let above = Math.min(index, doc.childCount - 1); above >= 0; above--) {
    if (rank(doc.child(above)) === level) return sectionAt(doc, above).end
    if (rank(doc.child(above)) < level) return sectionAt(doc, above).end
  }
  return bodyEnd(doc)
}
