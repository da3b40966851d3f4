import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { selectedFact } from './commands/insert.ts'

/** Puts the cursor behind the fact that is selected as a whole; false where none is. */
function leaveFact(view: EditorView): boolean {
  const { state } = view
  if (!view.editable || view.composing || selectedFact(state) === null) return false
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.selection.to)))
  return true
}

/** Whether the key will write something, be it by way of an input method. */
function writes(event: KeyboardEvent): boolean {
  return event.keyCode === 229 || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
}

/**
 * A fact the cursor only came across is written behind, not over: nobody loses a name by typing on. To take a fact
 * away there are Backspace and Delete.
 */
export function factGuardPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (writes(event)) leaveFact(view)
          return false
        },
        compositionstart(view) {
          leaveFact(view)
          return false
        },
        // Voice, handwriting and symbol panels write without a key.
        beforeinput(view, event) {
          if (event.inputType !== 'insertText' || !event.data || !leaveFact(view)) return false
          event.preventDefault()
          view.dispatch(view.state.tr.insertText(event.data).scrollIntoView())
          return true
        },
      },
    },
  })
}
