import type { RefObject } from 'react'
import type { ActionId } from '../../shared/contract/program-actions.ts'
import { editorActions } from '../editor/actions.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { type OfferedActions, useProgramActions } from '../ui/program-actions.ts'

const isField = (element: Element | null): boolean => element?.matches('input, textarea') ?? false

/** In a field these are the field's own. */
const OF_FIELDS: Partial<Record<ActionId, string>> = { undo: 'undo', redo: 'redo', 'select-all': 'selectAll' }

/** Offers what the editor can do to the menus; its keys it has itself. */
export function useTextActions(editor: RefObject<EditorHandle | null>): void {
  const actions: OfferedActions = Object.fromEntries(
    editorActions.map(({ id }) => {
      const ofField = () => (isField(document.activeElement) ? OF_FIELDS[id] : undefined)
      return [
        id,
        {
          isEnabled: () => ofField() !== undefined || (editor.current?.isEnabled(id) ?? false),
          run: () => {
            const command = ofField()
            if (command) document.execCommand(command)
            else editor.current?.run(id)
          },
        },
      ]
    }),
  )
  useProgramActions(actions)
}
