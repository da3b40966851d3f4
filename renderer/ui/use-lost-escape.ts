import { useEffect, useEffectEvent } from 'react'

/** The open dialogs, the one in front last. */
const inFront: object[] = []

/**
 * Closes the dialog in front by Esc also when nothing has the focus: a button that is disabled while its work runs
 * loses it, and the key would reach nobody.
 */
export function useLostEscape(isActive: boolean, onEscape: () => void): void {
  const close = useEffectEvent(onEscape)
  useEffect(() => {
    const token = {}
    inFront.push(token)
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !isActive) return
      if (document.activeElement === document.body && inFront.at(-1) === token) close()
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
      inFront.splice(inFront.indexOf(token), 1)
    }
  }, [isActive])
}
