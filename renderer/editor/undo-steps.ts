import { closeHistory, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { type Command, EditorState, type Plugin } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'

/** Each change that can be taken back or made again as one, as the steps that do so; the next one first. */
interface StoredSteps {
  undo: unknown[][]
  redo: unknown[][]
}

/** So far undo reaches back over reopening. */
const DEPTH = 300
/** Characters of JSON; what is older is left out. */
const ROOM = 2_000_000

/** What can be taken back of a document and what can be made again, as JSON text. The state is not touched. */
export function storeUndo(state: EditorState, historyPlugin: Plugin): string {
  // Without the other plugins, which would draw for every step.
  const bare = state.reconfigure({ plugins: [historyPlugin] })
  let room = ROOM
  const collect = (command: Command, depth: (state: EditorState) => number): unknown[][] => {
    const groups: unknown[][] = []
    let now = bare
    while (depth(now) > 0 && groups.length < DEPTH) {
      command(now, (transaction) => {
        groups.push(transaction.steps.map((step) => step.toJSON()))
        now = now.apply(transaction)
      })
      room -= JSON.stringify(groups.at(-1)).length
      if (room < 0) return groups.slice(0, -1)
    }
    return groups
  }
  const stored: StoredSteps = { undo: collect(undo, undoDepth), redo: collect(redo, redoDepth) }
  return JSON.stringify(stored)
}

/**
 * A state of the document with what was stored of it to take back: the document as it was at first is worked out, and
 * every change made again. Null where the steps do not fit it.
 */
export function restoreUndo(doc: PaperNode, stored: string, historyPlugin: Plugin): EditorState | null {
  try {
    const { undo: back, redo: forth } = JSON.parse(stored) as StoredSteps
    let first = doc
    const changes: Step[][] = []
    for (const group of back) {
      const inverted: Step[] = []
      for (const json of group) {
        const step = Step.fromJSON(paperSchema, json)
        inverted.unshift(step.invert(first))
        const result = step.apply(first)
        if (!result.doc) return null
        first = result.doc
      }
      changes.unshift(inverted)
    }
    let state = EditorState.create({ doc: first, plugins: [historyPlugin] })
    const make = (steps: Step[]) => {
      const transaction = closeHistory(state.tr)
      for (const step of steps) transaction.step(step)
      state = state.apply(transaction)
    }
    for (const steps of changes) make(steps)
    if (!state.doc.eq(doc)) return null
    for (const group of forth) make(group.map((json) => Step.fromJSON(paperSchema, json)))
    for (const _ of forth) undo(state, (transaction) => (state = state.apply(transaction)))
    state.doc.check()
    return state.doc.eq(doc) ? state.apply(closeHistory(state.tr)) : null
  } catch {
    // Of an older program, or cut short: the paper opens without.
    return null
  }
}
