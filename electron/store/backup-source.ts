import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { faultOf } from './backup.ts'
import { openForReading, openForWriting } from './connection.ts'
import { inspectLibraryFile } from './library-files.ts'
import { migrate } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { Clock } from './row.ts'
import { openSealedFile } from './sealed-file.ts'
import { syncFile } from './sync.ts'
import { type Tables, tables } from './tables.ts'

export interface SourceOrder {
  path: string
  /** Null for a backup that is not locked. */
  password: string | null
  /** Where the readable copy goes. */
  folder: string
}

/**
 * Makes a copy of a backup that can be read and taken over: unlocked, checked, and on the present version. The backup
 * itself stays as it is. For a worker.
 * @returns the copy's path
 * @throws Failure 'damaged', 'wrong-password', 'too-new', …
 */
export function makeReadable({ path, password, folder }: SourceOrder): { copy: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, `${randomUUID()}.db`)
  try {
    if (password === null) copyFileSync(path, copy)
    else openSealedFile(path, copy, password)
    inspectLibraryFile(copy, allMigrations)
    if (faultOf(copy)) throw new Failure('damaged')
    const connection = openForWriting(copy)
    try {
      migrate(connection, allMigrations)
      connection.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      connection.close()
    }
    syncFile(copy)
    return { copy }
  } catch (error) {
    for (const trace of ['', '-wal', '-shm']) rmSync(copy + trace, { force: true })
    throw error
  }
}

/** The tables of a readable copy. Nothing may be written through them. */
export function openSource(copy: string, clock: Clock): Tables & { close(): void } {
  const connection = openForReading(copy)
  return { ...tables(connection, clock), close: () => connection.close() }
}
