import { type RefObject, useEffect, useRef } from 'react'
import type { EditorHandle } from '../editor/editor-handle.ts'

/** What the keys of the workbench do; each is also on a button or in a menu. */
export interface WorkbenchKeys {
  nextFinding(): void
  previousFinding(): void
  print(): void
  save(): void
  remark(): void
  searchMeeting(): void
  focusMode(): void
  /** Esc, where nothing else takes it. */
  escape(): void
}

const PANES = '[data-pane]'
const FOCUSABLE =
  'button:not([disabled], [tabindex="-1"]), input:not([tabindex="-1"]), [role="tab"][tabindex="0"], [contenteditable="true"]'

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** The focus goes to the next part of the workbench that is on the screen: F6, Shift+F6. */
function turnToPane(root: HTMLElement, by: 1 | -1, editor: EditorHandle | null): void {
  const panes = [...root.querySelectorAll<HTMLElement>(PANES)].filter(isShown)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes.at((at + by + panes.length) % panes.length)
  if (next?.dataset.pane === 'editor') editor?.focus()
  else next?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
}

/** Keys that hold anywhere in the workbench; an input method's keys are left to it. */
export function useWorkbenchKeys(
  root: RefObject<HTMLElement | null>,
  editor: RefObject<EditorHandle | null>,
  keys: WorkbenchKeys,
): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || !root.current) return
      // A dialog in front has the keys to itself.
      if (document.querySelector('.veil')) return
      const command = event.ctrlKey || event.metaKey
      const act =
        event.key === 'F8'
          ? event.shiftKey
            ? latest.current.previousFinding
            : latest.current.nextFinding
          : event.key === 'F6'
            ? () => root.current && turnToPane(root.current, event.shiftKey ? -1 : 1, editor.current)
            : command && event.key.toLowerCase() === 'p'
              ? latest.current.print
              : command && event.key.toLowerCase() === 's'
                ? latest.current.save
                : command && event.altKey && event.code === 'KeyM'
                  ? latest.current.remark
                  : command && event.altKey && event.code === 'KeyZ'
                    ? latest.current.focusMode
                    : command && event.shiftKey && event.code === 'KeyH'
                      ? latest.current.searchMeeting
                      : event.key === 'Escape'
                        ? latest.current.escape
                        : null
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [root, editor])
}
