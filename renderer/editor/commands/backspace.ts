import { chainCommands, deleteSelection, joinBackward, selectNodeBackward } from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'
import { type PaperNode, paperSchema } from '../../../shared/model/schema.ts'
import { bodyEnd } from './sections.ts'

const paragraph = paperSchema.nodes.paragraph as PaperNode['type']

/** At the start of a heading, or of the first closing paragraph: it becomes a paragraph, its text stays. */
const toParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  const name = $from.parent.type.name
  const leavesClosing = name === 'closing' && $from.index(0) === bodyEnd(state.doc)
  if (name !== 'heading' && !leavesClosing) return false
  const tr = state.tr.setNodeMarkup($from.before(1), paragraph, { hint: $from.parent.attrs.hint })
  dispatch?.(tr.scrollIntoView())
  return true
}

/** At the start of a block: joined to the one before; where that may not be, the cursor goes to its end. */
const joinBlocks: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  if ($from.index(0) === 0) return true
  if (joinBackward(state, dispatch, view)) return true
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.before(1) - 1)).scrollIntoView())
  return true
}

/** What Backspace does. Inside text the browser deletes. */
export const backspace: Command = chainCommands(deleteSelection, toParagraph, joinBlocks, selectNodeBackward)
