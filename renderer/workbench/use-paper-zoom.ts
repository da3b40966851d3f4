import { type RefObject, useEffect, useState } from 'react'
import { appearance } from '../ui/appearance.ts'
import { readDevice, writeDevice } from '../ui/device-storage.ts'
import { createStore, useStore } from '../ui/store.ts'

/** CSS pixels: 210 mm, and what stands beside the sheet (desk and scroll bar). */
const SHEET = 794
const BESIDE = 44
const SMALLEST = 0.6
/** Percent of the printed size. */
export const SHEET_ZOOMS = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200] as const

/** How large the sheet is drawn: as the interface, but no wider than there is room for. 1 is the printed size. */
export function zoomThatFits(room: number, wanted: number): number {
  return Math.max(SMALLEST, Math.min(wanted, Math.floor(((room - BESIDE) / SHEET) * 100) / 100))
}

/** The next size up (1) or down (-1) from any size, 1 being the printed one. */
export function nextZoom(now: number, by: 1 | -1): number {
  const percent = Math.round(now * 100)
  const next = by === 1 ? SHEET_ZOOMS.find((one) => one > percent) : SHEET_ZOOMS.findLast((one) => one < percent)
  return (next ?? percent) / 100
}

const stored = SHEET_ZOOMS.find((one) => String(one) === readDevice('sheet-zoom'))
/** What somebody chose on this machine; null: as large as there is room for. */
const chosen = createStore<number | null>(stored ? stored / 100 : null)

export function chooseZoom(zoom: number | null): void {
  chosen.set(zoom)
  writeDevice('sheet-zoom', zoom === null ? '' : String(Math.round(zoom * 100)))
}

export function usePaperZoom(desk: RefObject<HTMLElement | null>): number {
  const { zoom } = useStore(appearance)
  const own = useStore(chosen)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (!desk.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(desk.current)
    return () => observer.disconnect()
  }, [desk])
  return own ?? zoomThatFits(room, zoom / 100)
}
