import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { paperSchema } from '../../shared/model/schema.ts'

/** The user typed 【 and looks for a fact; `query` is what stands behind it so far. */
export interface FactQuery {
  /** Position before the 【. */
  from: number
  query: string
}

const key = new PluginKey<FactQuery | null>('fact-picker')
const LONGEST_QUERY = 20

export function factQuery(state: EditorState): FactQuery | null {
  return key.getState(state) ?? null
}

/** What stands between the 【 at `from` and the cursor, or null when the user has gone on to something else. */
function queryAt(state: EditorState, from: number): FactQuery | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null
  const { $cursor } = selection
  if (from < $cursor.start() || from >= $cursor.pos) return null
  const text = state.doc.textBetween(from, $cursor.pos, '', '\ufffc')
  if (!text.startsWith('【') || text.length > LONGEST_QUERY || /[】\ufffc]/.test(text)) return null
  return { from, query: text.slice(1) }
}

function opened(transaction: Transaction, before: EditorState, state: EditorState): FactQuery | null {
  const wasTyped = transaction.docChanged && transaction.getMeta('uiEvent') !== 'paste'
  if (!wasTyped || isHistoryTransaction(transaction) || transaction.getMeta('addToHistory') === false) return null
  const from = state.selection.from - 1
  return from === before.selection.from ? queryAt(state, from) : null
}

export function factPickerPlugin(): Plugin<FactQuery | null> {
  return new Plugin<FactQuery | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, query, before, state) {
        if (transaction.getMeta(key) === 'close') return null
        return query ? queryAt(state, transaction.mapping.map(query.from, -1)) : opened(transaction, before, state)
      },
    },
  })
}

export const closeFactPicker: Command = (state, dispatch) => {
  if (!factQuery(state)) return false
  dispatch?.(state.tr.setMeta(key, 'close'))
  return true
}

/** Types the 【 that opens the picker. */
export const openFactPicker: Command = (state, dispatch) => {
  if (!(state.selection instanceof TextSelection) || !state.selection.$from.sameParent(state.selection.$to))
    return false
  dispatch?.(state.tr.insertText('【').scrollIntoView())
  return true
}

/** Puts a fact in place of the 【 and what was typed behind it, or at the cursor. */
export function insertFact(factKey: string): Command {
  return (state, dispatch) => {
    const { selection } = state
    if (!selection.$from.parent.inlineContent || !selection.$from.sameParent(selection.$to)) return false
    const query = factQuery(state)
    const from = query?.from ?? selection.from
    // Some input methods close the bracket themselves.
    const closes =
      query && state.doc.textBetween(selection.to, Math.min(selection.to + 1, selection.$to.end())) === '】'
    const to = selection.to + (closes ? 1 : 0)
    const tr = closeHistory(state.tr).replaceWith(from, to, paperSchema.node('fact', { key: factKey }))
    dispatch?.(
      tr
        .setSelection(TextSelection.create(tr.doc, from + 1))
        .setMeta(key, 'close')
        .scrollIntoView(),
    )
    return true
  }
}
