import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import { type Command, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { quotable, type Remark, remarksOf } from '../../../shared/model/remarks.ts'
import type { PaperNode } from '../../../shared/model/schema.ts'
import { posOf } from './sections.ts'

const key = new PluginKey('remarks')

function setRemarks(transaction: Transaction, pos: number, remarks: readonly Remark[]): Transaction {
  const node = transaction.doc.nodeAt(pos)
  // Attributes of a paragraph change nothing in its text, so marks and positions stay as they are.
  return transaction.setNodeMarkup(pos, null, { ...node?.attrs, remarks: remarks.length > 0 ? remarks : null })
}

/** Hangs a remark on the paragraph of the selection; what is selected in it is what the remark is about. */
export function addRemark(remark: Omit<Remark, 'quote' | 'done'>): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const index = $from.index(0)
    const block = state.doc.maybeChild(index)
    if (!block) return false
    const end = $from.sameParent($to) ? $to.parentOffset : block.content.size
    const quote = $from.depth === 1 ? quotable(block, $from.parentOffset, end) : ''
    const remarks = [...remarksOf(block), { ...remark, quote, done: false }]
    dispatch?.(setRemarks(closeHistory(state.tr), posOf(state.doc, index), remarks).setMeta(key, true))
    return true
  }
}

/** Changes a remark, or takes it away (null). */
export function changeRemark(id: string, change: Partial<Pick<Remark, 'text' | 'done'>> | null): Command {
  return (state, dispatch) => {
    const index = state.doc.children.findIndex((block) => remarksOf(block).some((remark) => remark.id === id))
    const block = state.doc.maybeChild(index)
    if (!block) return false
    const remarks = remarksOf(block).flatMap((remark) => {
      if (remark.id !== id) return [remark]
      return change ? [{ ...remark, ...change }] : []
    })
    dispatch?.(setRemarks(closeHistory(state.tr), posOf(state.doc, index), remarks).setMeta(key, true))
    return true
  }
}

interface Held {
  remark: Remark
  from: number
  to: number
}

function heldBy(doc: PaperNode): Map<string, Held> {
  const held = new Map<string, Held>()
  doc.forEach((node, pos) => {
    for (const remark of remarksOf(node))
      held.set(remark.id, { remark, from: pos + 1, to: pos + 1 + node.content.size })
  })
  return held
}

/**
 * A paragraph that is joined to another or becomes a heading keeps its remarks. They go only with the whole of its
 * text, and come back with it.
 */
export function remarksPlugin(): Plugin {
  return new Plugin({
    key,
    appendTransaction(transactions, before, state) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      if (transactions.some((transaction) => transaction.getMeta(key) || isHistoryTransaction(transaction))) return null
      const old = heldBy(before.doc)
      if (old.size === 0) return null
      const now = heldBy(state.doc)
      const { tr } = state
      for (const [id, { remark, from, to }] of old) {
        if (now.has(id)) continue
        const map = (pos: number, side: number) => transactions.reduce((at, { mapping }) => mapping.map(at, side), pos)
        const start = map(from, -1)
        const end = map(to, 1)
        // A paragraph that was empty is gone with its join; nothing was said of any words.
        if (end <= start && to > from) continue
        const place = state.doc.resolve(Math.min(end, state.doc.content.size))
        if (place.depth !== 1) continue
        const block = tr.doc.nodeAt(place.before(1))
        if (block) setRemarks(tr, place.before(1), [...remarksOf(block), remark])
      }
      return tr.docChanged ? tr : null
    },
  })
}
