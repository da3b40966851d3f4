import { useEffect, useRef } from 'react'
import { type ActionId, isPressed, programActions } from '../../shared/contract/program-actions.ts'
import { createStore } from './store.ts'

/** What an action of the table does on the screen that offers it. */
export interface OfferedAction {
  run(): void
  /** Whether it applies just now; always, where absent. */
  isEnabled?(): boolean
}
export type OfferedActions = Partial<Record<ActionId, OfferedAction | (() => void)>>

/** What the screens offer now; of two that offer the same, the later one has it. */
export const offeredActions = createStore<readonly OfferedActions[]>([])

/** Offers actions while the component is on the screen. The set of names may change; what they do is always the latest. */
export function useProgramActions(actions: OfferedActions): void {
  const latest = useRef(actions)
  latest.current = actions
  const names = Object.keys(actions).join(' ')
  useEffect(() => {
    const own: OfferedActions = Object.fromEntries(
      names.split(' ').map((name) => {
        const now = () => latest.current[name as ActionId]
        return [
          name,
          {
            run: () => {
              const action = now()
              if (typeof action === 'function') action()
              else action?.run()
            },
            isEnabled: () => {
              const action = now()
              return typeof action === 'function' || (action?.isEnabled?.() ?? action !== undefined)
            },
          },
        ]
      }),
    )
    offeredActions.set([...offeredActions.get(), own])
    return () => offeredActions.set(offeredActions.get().filter((one) => one !== own))
  }, [names])
}

function offered(id: ActionId): OfferedAction | null {
  // A dialog in front has the keys and menus to itself; help is to be had everywhere.
  if (id !== 'help' && document.querySelector('.veil')) return null
  const action = offeredActions.get().findLast((one) => Object.hasOwn(one, id))?.[id]
  return typeof action === 'object' ? action : null
}

/** Does it, where it is offered and applies. @returns whether it did */
export function runAction(id: ActionId): boolean {
  const action = offered(id)
  if (!action || action.isEnabled?.() === false) return false
  action.run()
  return true
}

/** Everything that can be done now, in the order of the table. */
export const enabledActions = (): ActionId[] =>
  programActions.flatMap(({ id }) => {
    const action = offered(id)
    return action && action.isEnabled?.() !== false ? [id] : []
  })

/** The page's own keys: every action of the table but those of the text, whose keys the editor has. */
export function actOnKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) return
  const action = programActions.find(({ inText, keys }) => !inText && keys.some((key) => isPressed(key, event)))
  if (!action) return
  // The browser would save the page as a file.
  if (runAction(action.id) || action.id === 'save') event.preventDefault()
}
