import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface WindowState {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

const FIRST: WindowState = { width: 1280, height: 800, maximized: false }
const SMALLEST = { width: 900, height: 600 }

/** The state of last time, or a sensible first one; a window that no screen shows any more comes back into view. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  let stored: Partial<WindowState>
  try {
    stored = JSON.parse(readFileSync(file, 'utf8')) ?? {}
  } catch {
    return FIRST
  }
  const { x, y, width, height } = stored
  if (typeof width !== 'number' || typeof height !== 'number') return FIRST
  const state: WindowState = {
    width: Math.max(SMALLEST.width, Math.round(width)),
    height: Math.max(SMALLEST.height, Math.round(height)),
    maximized: stored.maximized === true,
  }
  const visible =
    typeof x === 'number' &&
    typeof y === 'number' &&
    screens.some(
      (area) => x >= area.x - 50 && y >= area.y - 10 && x < area.x + area.width - 100 && y < area.y + area.height - 50,
    )
  return visible ? { ...state, x, y } : state
}

/** Remembers where the window stood. Not worth failing for. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // A full or read-only disk shows itself where it matters: at saving.
  }
}
