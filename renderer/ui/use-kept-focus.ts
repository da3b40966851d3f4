import { type RefObject, useEffect, useRef } from 'react'

/**
 * When what had the focus is gone after a change, the place itself gets it, so that the keyboard goes on from there.
 * A dialog gives the focus back a frame after it closed, hence the wait.
 * @param change anything that is another value after the change
 */
export function useKeptFocus<T extends HTMLElement>(change: unknown): RefObject<T | null> {
  const place = useRef<T>(null)
  const before = useRef(change)
  useEffect(() => {
    if (before.current === change) return
    before.current = change
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) place.current?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [change])
  return place
}
