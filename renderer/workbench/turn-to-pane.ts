import type { EditorHandle } from '../editor/editor-handle.ts'

const PANES = '[data-pane]'
const FOCUSABLE =
  'button:not([disabled], [tabindex="-1"]), input:not([tabindex="-1"]), [role="tab"][tabindex="0"], [contenteditable="true"]'

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** The focus goes to the next part of the workbench that is on the screen: F6, Shift+F6. */
export function turnToPane(root: HTMLElement, by: 1 | -1, editor: EditorHandle | null): void {
  const panes = [...root.querySelectorAll<HTMLElement>(PANES)].filter(isShown)
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  const next = panes.at((at + by + panes.length) % panes.length)
  if (next?.dataset.pane === 'editor') editor?.focus()
  else next?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
}
