import { chainCommands, deleteSelection } from 'prosemirror-commands'
import { type Command, type EditorState, Selection, TextSelection } from 'prosemirror-state'
import { type PaperNode, paperSchema } from '../../../shared/model/schema.ts'
import { isRunIn } from '../structure.ts'
import { insertLineBreak } from './insert.ts'
import { bodyStart, posOf } from './sections.ts'

const type = (name: string) => paperSchema.nodes[name] as PaperNode['type']

interface Place {
  block: PaperNode
  index: number
  /** Position before the block. */
  pos: number
  offset: number
}

/** Where the cursor is; null where something other than text is selected across paragraphs. */
function placeOf(state: EditorState): Place | null {
  const { $from, $to } = state.selection
  if ($from.depth !== 1 || !$from.sameParent($to)) return null
  return { block: $from.parent, index: $from.index(0), pos: $from.before(1), offset: $from.parentOffset }
}

/** Cuts the block at the cursor; what is behind it becomes a block of another kind. */
function splitInto(state: EditorState, name: string, attributes: Record<string, unknown> = {}) {
  const { tr } = state
  tr.deleteSelection()
  tr.split(tr.selection.from, 1, [{ type: type(name), attrs: { hint: null, ...attributes } }])
  return tr.scrollIntoView()
}

function goTo(state: EditorState, index: number) {
  const pos = posOf(state.doc, index)
  return state.tr.setSelection(Selection.near(state.doc.resolve(pos + 1))).scrollIntoView()
}

/** Puts an empty paragraph at `index` and the cursor into it. */
function openParagraph(state: EditorState, index: number) {
  const pos = posOf(state.doc, index)
  const tr = state.tr.insert(pos, paperSchema.node('paragraph'))
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView()
}

/** In title, by-lines and salutation Enter leads on to the next line that is to be filled, and makes it where missing. */
const enterFront: Command = (state, dispatch) => {
  const place = placeOf(state)
  if (!place || !state.selection.empty) return false
  const { block, index, offset } = place
  const name = block.type.name
  const atEnd = offset === block.content.size
  const next = state.doc.maybeChild(index + 1)
  if (name === 'title') {
    if (!atEnd) return offset > 0 && insertLineBreak(state, dispatch)
    const leadsOn = next && (next.type.name === 'byline' || next.type.name === 'salutation' || next.content.size === 0)
    dispatch?.(leadsOn ? goTo(state, index + 1) : openParagraph(state, index + 1))
    return true
  }
  if (name === 'byline') {
    const leadsOn = atEnd && next && (block.content.size === 0 || next.content.size === 0)
    dispatch?.(leadsOn ? goTo(state, index + 1) : splitInto(state, 'byline', { role: 'note' }))
    return true
  }
  if (name !== 'salutation') return false
  const first = bodyStart(state.doc)
  if (!atEnd) dispatch?.(splitInto(state, 'paragraph'))
  else if (next?.content.size === 0) dispatch?.(goTo(state, first))
  else dispatch?.(openParagraph(state, first))
  return true
}

/**
 * In a heading: at its end a paragraph follows, or the next point where points run on in the text (一要… 二要…);
 * an empty heading becomes a paragraph; in the middle what is behind the cursor becomes a paragraph.
 */
const enterHeading: Command = (state, dispatch) => {
  const place = placeOf(state)
  if (place?.block.type.name !== 'heading') return false
  const { block, pos, index, offset } = place
  if (block.content.size === 0) {
    dispatch?.(state.tr.setNodeMarkup(pos, type('paragraph'), { hint: block.attrs.hint }).scrollIntoView())
    return true
  }
  if (state.selection.empty && offset === 0) {
    const tr = state.tr.insert(posOf(state.doc, index), paperSchema.node('paragraph'))
    dispatch?.(tr.scrollIntoView())
    return true
  }
  const { level, form } = block.attrs
  const runsOn = isRunIn(block) || form !== 'number'
  const atEnd = state.selection.$to.parentOffset === block.content.size
  dispatch?.(atEnd && runsOn ? splitInto(state, 'heading', { level, form }) : splitInto(state, 'paragraph'))
  return true
}

const enterText: Command = (state, dispatch) => {
  const place = placeOf(state)
  if (!place) return false
  const name = place.block.type.name
  if (name !== 'paragraph' && name !== 'closing') return false
  dispatch?.(splitInto(state, name))
  return true
}

/** What Enter does. Over several paragraphs it deletes the selection. */
export const enter: Command = chainCommands(enterFront, enterHeading, enterText, deleteSelection)
