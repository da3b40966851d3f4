import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { faultOf, localDay } from './backup.ts'
import { type LibraryFiles, libraryFiles } from './library-files.ts'
import { lockLibrary } from './library-lock.ts'
import { syncFile, syncFolder } from './sync.ts'

/**
 * Puts another library in the place of the present one, which is closed. From the moment the new one stands beside
 * under its waiting name, whole and synced, every later start finishes what a crash interrupted; before it, nothing has
 * changed.
 * @param setAside when given, the present files are first kept whole in a folder named by this time
 * @returns the name of that folder, or null
 * @throws Failure 'busy' when another process has the library, 'damaged' when the new one is not in order
 */
export function replaceLibrary(dataDir: string, from: string, setAside: Date | null): string | null {
  const files = libraryFiles(dataDir)
  const lock = lockLibrary(files.lock)
  const beside = `${files.incoming}.unfinished`
  try {
    copyFileSync(from, beside)
    if (faultOf(beside)) throw new Failure('damaged')
    for (const trace of ['-wal', '-shm']) rmSync(beside + trace, { force: true })
    syncFile(beside)
    const kept = setAside && keepWhole(files, setAside)
    renameSync(beside, files.incoming)
    syncFolder(dataDir)
    finishReplacement(dataDir, files)
    return kept
  } finally {
    rmSync(beside, { force: true })
    lock.release()
  }
}

/** At a start, under the lock: the last step of a replacement that was interrupted. */
export function finishReplacement(dataDir: string, files: LibraryFiles): void {
  if (!existsSync(files.incoming)) return
  // A log of the old library must not be folded into the new one.
  rmSync(files.log, { force: true })
  rmSync(files.sharedMemory, { force: true })
  renameSync(files.incoming, files.library)
  syncFolder(dataDir)
}

/** Files of the present library, kept under another name as well; they go from the old one only when replaced. */
function keepWhole(files: LibraryFiles, time: Date): string {
  const clock = time.toTimeString().slice(0, 8).replaceAll(':', '')
  const first = `${localDay(time)}-${clock}`
  let name = first
  for (let number = 2; existsSync(join(files.aside, name)); number++) name = `${first}-${number}`
  const folder = join(files.aside, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const file of [files.library, files.log]) {
    if (!existsSync(file)) continue
    const kept = join(folder, basename(file))
    try {
      linkSync(file, kept)
    } catch {
      // Sticks have no second names for a file.
      copyFileSync(file, kept)
      syncFile(kept)
    }
  }
  syncFolder(folder)
  syncFolder(files.aside)
  return name
}
