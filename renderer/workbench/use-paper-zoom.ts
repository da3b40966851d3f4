import { type RefObject, useEffect, useState } from 'react'
import { appearance } from '../ui/appearance.ts'
import { useStore } from '../ui/store.ts'

/** CSS pixels: 210 mm, and what stands beside the sheet (desk and scroll bar). */
const SHEET = 794
const BESIDE = 44
const SMALLEST = 0.6

/** How large the sheet is drawn: as the interface, but no wider than there is room for. 1 is the printed size. */
export function zoomThatFits(room: number, wanted: number): number {
  return Math.max(SMALLEST, Math.min(wanted, Math.floor(((room - BESIDE) / SHEET) * 100) / 100))
}

export function usePaperZoom(desk: RefObject<HTMLElement | null>): number {
  const { zoom } = useStore(appearance)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (!desk.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(desk.current)
    return () => observer.disconnect()
  }, [desk])
  return zoomThatFits(room, zoom / 100)
}
