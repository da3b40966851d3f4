import { useEffect } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { enabledActions, offeredActions, runAction } from '../ui/program-actions.ts'
import { go } from './route.ts'

/** After the last key or click, in milliseconds: a menu need not keep up with every one. A search answers later still. */
const LAGS = [200, 1200]

/** Has the host's own menus, where it has any, show what can be done now, and does what is chosen in them. */
export function useNativeMenu(): void {
  const backend = useBackend()
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = []
    let shown = ''
    let hasMenu = false
    const show = () => {
      const enabled = enabledActions()
      if (shown === enabled.join()) return
      shown = enabled.join()
      backend.call('menu.show', { enabled }).catch(() => {
        shown = ''
      })
    }
    const later = () => {
      if (!hasMenu) return
      for (const timer of timers) clearTimeout(timer)
      timers = LAGS.map((lag) => setTimeout(show, lag))
    }
    backend.call('host.info', {}).then(
      (host) => {
        hasMenu = host.hasMenu
        later()
      },
      () => undefined,
    )
    // The caret and the focus say where one is: in the text, in a field, before a dialog.
    document.addEventListener('selectionchange', later)
    document.addEventListener('focusin', later)
    const stops = [
      offeredActions.subscribe(later),
      backend.on('menu.chosen', (choice) => {
        if ('action' in choice) runAction(choice.action)
        else go({ page: 'meeting', meetingId: choice.meetingId, paperId: null })
      }),
    ]
    return () => {
      for (const timer of timers) clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
      document.removeEventListener('focusin', later)
      for (const stop of stops) stop()
    }
  }, [backend])
}
