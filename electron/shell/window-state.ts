import { readJson, writeJson } from './json-file.ts'

export interface WindowState {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
}

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export const SMALLEST = { width: 900, height: 600 }
const FIRST: WindowState = { width: 1280, height: 800, maximized: false }

/** The state of last time, or a sensible first one; a window that no screen shows any more comes back into view. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  const stored: Partial<Record<keyof WindowState, unknown>> = Object(readJson(file))
  const { x, y, width, height } = stored
  if (!isLength(width) || !isLength(height)) return FIRST
  const state: WindowState = {
    width: Math.max(SMALLEST.width, Math.round(width)),
    height: Math.max(SMALLEST.height, Math.round(height)),
    maximized: stored.maximized === true,
  }
  const visible =
    isLength(x) &&
    isLength(y) &&
    screens.some(
      (area) => x >= area.x - 50 && y >= area.y - 10 && x < area.x + area.width - 100 && y < area.y + area.height - 50,
    )
  return visible ? { ...state, x, y } : state
}

const isLength = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

export const writeWindowState = (file: string, state: WindowState): void => writeJson(file, state)
