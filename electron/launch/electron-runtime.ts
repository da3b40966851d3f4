import { join } from 'node:path'

/** The executable inside an unpacked Electron, as its npm package names it in path.txt. */
const EXECUTABLE: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

interface Files {
  exists(path: string): boolean
  /** Null when there is no such file. */
  readText(path: string): string | null
}

/**
 * The Electron executable if it is on this machine, else null. Looks only; importing the package `electron` in plain
 * Node would start a download.
 * @param packageFolder node_modules/electron
 */
export function findElectron(
  packageFolder: string,
  { platform, env }: { platform: NodeJS.Platform; env: Readonly<Record<string, string | undefined>> },
  { exists, readText }: Files,
): string | null {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  const named = readText(join(packageFolder, 'path.txt'))?.trim()
  const executable = named || EXECUTABLE[platform] || 'electron'
  // Without path.txt the package was never unpacked, or not wholly.
  const path = override ? join(override, executable) : named ? join(packageFolder, 'dist', executable) : null
  return path && exists(path) ? path : null
}
