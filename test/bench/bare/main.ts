import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { readPaper } from '../../../shared/model/paper.ts'

declare global {
  interface Window {
    openBare(paper: string): void
    openTextarea(text: string): void
  }
}

/** The same paper in ProseMirror and nothing else. */
window.openBare = (paper) => {
  document.body.replaceChildren()
  const state = EditorState.create({ doc: readPaper(paper), plugins: [keymap(baseKeymap)] })
  new EditorView(document.body, { state }).dom.setAttribute('style', 'width: 160mm; white-space: pre-wrap')
}

/** The same text in a field of the browser's own. */
window.openTextarea = (text) => {
  const field = document.createElement('textarea')
  field.setAttribute('style', 'width: 160mm; height: 90vh')
  field.value = text
  document.body.replaceChildren(field)
}
