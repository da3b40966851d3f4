import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../../shared/contract/failures.ts'
import { storeFailure } from '../store/store-failure.ts'

/** Pauses in milliseconds before trying again. On Windows scanners and indexers hold a new file for a moment. */
const RETRIES = [20, 50, 100, 200, 400, 800]
const HELD = new Set(['EPERM', 'EBUSY', 'EACCES'])

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/**
 * Writes a user's file whole or not at all: beside its place, synced, then renamed, so that neither a crash nor a
 * pulled stick leaves half a file or takes the older one away.
 * @throws Failure `busy` when another program holds the file, `disk-full`, `read-only`, `folder-missing`
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  let beside: string | undefined
  try {
    beside = await writeBeside(dirname(path), bytes)
    await renameWhenFree(beside, path)
  } catch (error) {
    if (beside) await rm(beside, { force: true }).catch(() => undefined)
    throw storeFailure(error) ?? error
  }
  await syncFolder(dirname(path))
}

/** Writes and syncs a file of a name nobody has; what could not be written whole is gone again. @returns its path */
export async function writeBeside(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `.${randomUUID()}.huibei-tmp`)
  const handle = await open(path, 'wx')
  try {
    await writeAndClose(handle, bytes)
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
  return path
}

async function writeAndClose(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function renameWhenFree(from: string, to: string): Promise<void> {
  for (const pause of [...RETRIES, null]) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!HELD.has(codeOf(error)) || process.platform !== 'win32') throw error
      if (pause === null)
        throw new Failure('busy', `“${basename(to)}”正被别的程序打开，请关掉它再存，或者换一个文件名。`)
      await wait(pause)
    }
  }
}

/** Makes the new name last through a power cut. Windows cannot sync a folder; some network drives refuse. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The file itself is synced; only its name might have to be looked for after a power cut.
  }
}
