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
 * Puts a cursor that the browser has set into what a fact says beside the fact, at the nearer end: nothing can be
 * written there, and what is typed would be lost. A click does that, and a key within a title of several lines.
 */
function keepOut(view: EditorView): void {
  const selection = view.dom.ownerDocument.getSelection()
  if (!selection?.isCollapsed || !selection.anchorNode || view.composing) return
  const { anchorNode, anchorOffset } = selection
  const fact = (anchorNode instanceof Element ? anchorNode : anchorNode.parentElement)?.closest('.paper-fact')
  if (!fact || !view.dom.contains(fact)) return
  const before = document.createRange()
  before.setStart(fact, 0)
  before.setEnd(anchorNode, anchorOffset)
  const isNearEnd = before.toString().length * 2 >= (fact.textContent?.length ?? 0)
  const place = view.posAtDOM(fact, 0) + (isNearEnd ? 1 : 0)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place)))
  // The view does not show again a cursor that it believes to be there already.
  const { node, offset } = view.domAtPos(place)
  selection.collapse(node, offset)
}

/**
 * A fact the cursor only came across is written behind, not over: nobody loses a name by typing on. To take a fact
 * away there are Backspace and Delete.
 */
export function factGuardPlugin(): Plugin {
  return new Plugin({
    view(view) {
      const { ownerDocument } = view.dom
      const look = () => keepOut(view)
      ownerDocument.addEventListener('selectionchange', look)
      return { destroy: () => ownerDocument.removeEventListener('selectionchange', look) }
    },
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (!writes(event)) return false
          // The browser tells of a cursor it has set only a little later.
          keepOut(view)
          leaveFact(view)
          return false
        },
        mouseup(view) {
          // While the button is down the browser keeps the cursor where it put it.
          setTimeout(() => view.isDestroyed || keepOut(view))
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
