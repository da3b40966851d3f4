import { posix, win32 } from 'node:path'
import type { Place } from './data-folder.ts'

/** Browsers that can show a page as a window of its own (`--app=`), the likeliest first. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const WINDOWS_PATHS = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe']
const MAC_PATHS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
]

/** Path of an installed browser of the Chromium family, or null. CHROME_PATH goes before everything. */
export function findBrowser({ platform, env, home, exists }: Omit<Place, 'programFolder'>): string | null {
  const candidates = env.CHROME_PATH ? [env.CHROME_PATH] : []
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter((root) => root !== undefined)
    candidates.push(...WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, path))))
  } else if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')]
    candidates.push(...MAC_PATHS.flatMap((path) => roots.map((root) => posix.join(root, path))))
  } else {
    const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/snap/bin']
    candidates.push(...LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name))))
  }
  return candidates.find(exists) ?? null
}
