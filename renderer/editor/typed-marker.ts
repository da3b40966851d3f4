import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { readMarker } from '../../shared/model/heading-marker.ts'
import { paperSchema } from '../../shared/model/schema.ts'
import { bodyEnd } from './commands/sections.ts'
import { isComposing } from './composition.ts'

/** 一、 and （一） begin a heading and nothing else; 1. may begin a figure, and 一是 a list inside a paragraph. */
const CERTAIN_LEVEL = 2

/**
 * The paragraph in which somebody has just written 一、 or （一） at the start, as the heading they mean: the number is
 * the program's from then on. Null where there is none.
 */
export function headingFromMarker(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null
  if ($from.index(0) >= bodyEnd(state.doc)) return null
  const typed = $from.parent.textBetween(0, $from.parentOffset, '', '\ufffc')
  const marker = readMarker(typed)
  if (marker?.text !== typed || marker.form !== 'number' || (marker.level ?? 9) > CERTAIN_LEVEL) return null
  const block = $from.before(1)
  const heading = { level: marker.level, form: 'number', hint: $from.parent.attrs.hint }
  const tr = closeHistory(state.tr).delete($from.start(), $from.pos)
  return tr.setNodeMarkup(block, paperSchema.nodes.heading, heading)
}

const key = new PluginKey<boolean>('typed-marker')

/** Makes headings of typed numbers. Undo gives the typed number back, and then it stays. */
export function typedMarkerPlugin(): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      // True from a typed character until the text is quiet.
      apply(transaction, pending, before, state) {
        if (transaction.getMeta(key) === 'seen') return false
        if (!transaction.docChanged) return pending
        if (isHistoryTransaction(transaction) || transaction.getMeta('uiEvent')) return false
        if (transaction.getMeta('composition') !== undefined) return true
        const grew = state.doc.content.size > before.doc.content.size
        return grew && state.doc.childCount === before.doc.childCount
      },
    },
    view: () => ({
      update(view) {
        const { state } = view
        if (!key.getState(state) || view.composing || isComposing(state)) return
        const transaction = headingFromMarker(state)
        if (transaction) view.dispatch(transaction.setMeta(key, 'seen'))
      },
    }),
  })
}
