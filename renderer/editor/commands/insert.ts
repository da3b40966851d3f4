import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { paperSchema } from '../../../shared/model/schema.ts'
import { inlineWithFacts } from '../../../shared/packs/template-document.ts'
import { endOfSection, formAbove } from './headings.ts'
import { bodyEnd, bodyStart, posOf } from './sections.ts'

/** Puts an empty heading of a level behind the section the cursor is in, and the cursor into it. */
export function insertHeading(level: number): Command {
  return (state, dispatch) => {
    const { doc, selection } = state
    const index = Math.max(selection.$from.index(0), bodyStart(doc) - 1)
    const at = Math.min(Math.max(endOfSection(doc, index, level), bodyStart(doc)), bodyEnd(doc))
    if (dispatch) {
      const form = level === 1 ? 'number' : formAbove(doc, at, level)
      const pos = posOf(doc, at)
      const tr = state.tr.insert(pos, paperSchema.node('heading', { level, form }))
      dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView())
    }
    return true
  }
}

/** A blank to fill in: ＿＿, ____, or what office drafts leave open. */
const BLANK = /[＿_]{2,}|[×X]{2,}/

/**
 * Puts a paragraph behind the block `after`, in the body; its first blank is selected, else the cursor stands at its
 * end. 【key】 becomes a fact where `isKey` knows it.
 */
export function insertParagraph(
  state: EditorState,
  after: number,
  content: { text?: string; hint?: string },
  isKey: (key: string) => boolean,
): Transaction {
  const { doc } = state
  const at = Math.min(Math.max(after + 1, bodyStart(doc)), bodyEnd(doc))
  const pos = posOf(doc, at)
  const node = paperSchema.node('paragraph', { hint: content.hint ?? null }, inlineWithFacts(content.text ?? '', isKey))
  const tr = state.tr.insert(pos, node)
  const blank = BLANK.exec(node.textBetween(0, node.content.size, '', '\ufffc'))
  const selection = blank
    ? TextSelection.create(tr.doc, pos + 1 + blank.index, pos + 1 + blank.index + blank[0].length)
    : TextSelection.create(tr.doc, pos + 1 + node.content.size)
  return tr.setSelection(selection).scrollIntoView()
}

/** A line break inside a long title. */
export const insertLineBreak: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.parent.type.name !== 'title' || !$from.sameParent($to)) return false
  dispatch?.(state.tr.replaceSelectionWith(paperSchema.node('line_break'), false).scrollIntoView())
  return true
}

/** The fact that is selected as a whole, by its key. */
export function selectedFact(state: EditorState): string | null {
  const { selection } = state
  return selection instanceof NodeSelection && selection.node.type.name === 'fact' ? selection.node.attrs.key : null
}
