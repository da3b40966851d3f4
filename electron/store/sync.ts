import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes the content of a file last through a power cut. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes what was renamed in a folder last through a power cut. Windows cannot sync a folder and needs not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network and stick file systems refuse; the file itself is synced.
  } finally {
    closeSync(handle)
  }
}
