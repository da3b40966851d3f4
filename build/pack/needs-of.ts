import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords, lowestOfAll, lowestSystem } from './lowest-systems.ts'

/** What the oldest system must have that a packed folder runs on: read from every program and module in it. */
export function needsOf(folder: string): string {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => lowestSystem(readFileSync(join(entry.parentPath, entry.name))) ?? [])
  const systems = (['linux', 'windows'] as const).flatMap(
    (system) => lowestOfAll(found.filter((one) => one.system === system)) ?? [],
  )
  return systems.map(inWords).join('; ') || 'unknown: no program of Linux or Windows in it'
}
