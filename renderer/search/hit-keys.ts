import { type RefObject, useEffect } from 'react'

const HITS = '.search-results .search-hit-open'

/** From the box in which somebody searches to the first thing found. */
export function goToFirstHit(): void {
  document.querySelector<HTMLElement>(HITS)?.focus()
}

/** ↑ and ↓ go through what was found, Home and End to its ends; ↑ from the first, or Esc, back to the box. */
export function useHitKeys(list: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    const element = list.current
    if (!isShown || !element) return
    let box: HTMLElement | null = null
    const onFocus = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLInputElement) box = relatedTarget
    }
    const onKey = (event: KeyboardEvent) => {
      const hits = [...element.querySelectorAll<HTMLElement>('.search-hit-open')]
      const at = hits.findIndex((hit) => hit.parentElement?.contains(document.activeElement))
      const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: hits.length - 1 }
      const next = event.key === 'Escape' ? -1 : places[event.key]
      if (at < 0 || next === undefined) return
      event.preventDefault()
      const target = next < 0 ? box : hits[Math.min(next, hits.length - 1)]
      target?.focus()
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [list, isShown])
}
