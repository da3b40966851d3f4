import { type RefObject, useEffect, useRef } from 'react'
import type { ActionId } from '../../shared/contract/program-actions.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { useProgramActions } from '../ui/program-actions.ts'
import { turnToPane } from './turn-to-pane.ts'
import { useTextActions } from './use-text-actions.ts'

type WorkbenchActions = Partial<Record<ActionId, () => void>> & {
  /** Esc, where nothing else takes it. */
  escape(): void
}

/** Offers what can be done to the open paper and its meeting, by keys and in menus. */
export function useWorkbenchActions(
  root: RefObject<HTMLElement | null>,
  editor: RefObject<EditorHandle | null>,
  { escape: onEscape, ...actions }: WorkbenchActions,
): void {
  const turn = (by: 1 | -1) => root.current && turnToPane(root.current, by, editor.current)
  useProgramActions({ ...actions, 'next-pane': () => turn(1), 'previous-pane': () => turn(-1) })
  useTextActions(editor)

  const latest = useRef(onEscape)
  latest.current = onEscape
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || document.querySelector('.veil')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
