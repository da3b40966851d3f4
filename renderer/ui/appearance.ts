import { readDevice, writeDevice } from './device-storage.ts'
import { createStore } from './store.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** How this machine shows the program. Zoom in percent. */
export interface Appearance {
  theme: Theme
  zoom: number
}

function stored(): Appearance {
  const theme = THEMES.find((known) => known === readDevice('theme')) ?? 'system'
  const zoom = ZOOMS.find((known) => String(known) === readDevice('zoom')) ?? 100
  return { theme, zoom }
}

export const appearance = createStore<Appearance>({ theme: 'system', zoom: 100 })

export function setAppearance(change: Partial<Appearance>): void {
  appearance.patch(change)
  writeDevice('theme', appearance.get().theme)
  writeDevice('zoom', String(appearance.get().zoom))
}

/** The next size up (1) or down (-1). */
export function stepZoom(direction: 1 | -1): void {
  const index = ZOOMS.findIndex((zoom) => zoom >= appearance.get().zoom)
  const next = ZOOMS[index + direction]
  if (next) setAppearance({ zoom: next })
}

/** Keeps the root element in step with the choice and, where none was made, with the system. */
export function applyAppearance(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const apply = () => {
    const { theme, zoom } = appearance.get()
    const root = document.documentElement
    root.dataset.theme = theme === 'system' ? (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light') : theme
    root.style.fontSize = `${zoom}%`
  }
  appearance.subscribe(apply)
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  appearance.set(stored())
  apply()
}
