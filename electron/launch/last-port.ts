import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const fileOf = (dataDir: string): string => join(dataDir, 'window', 'port')

/**
 * The port of the last start. The page's copies of what could not be saved belong to its address, port included: a host
 * that comes back elsewhere could not offer them.
 */
export function lastPort(dataDir: string): number | undefined {
  try {
    const text = readFileSync(fileOf(dataDir), 'utf8').trim()
    const port = Number(text)
    return /^\d{4,5}$/.test(text) && port >= 1024 && port <= 65_535 ? port : undefined
  } catch {
    return undefined
  }
}

/** Not worth failing for: a read-only disk shows itself where it matters, at saving. */
export function rememberPort(dataDir: string, port: number): void {
  try {
    mkdirSync(dirname(fileOf(dataDir)), { recursive: true, mode: 0o700 })
    writeFileSync(fileOf(dataDir), String(port))
  } catch {
    // See above.
  }
}
