import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupReason, removeUnfinishedBackups, TRACES, writeBackup } from './backup.ts'
import { type BackupSchedule, createBackupSchedule } from './backup-schedule.ts'
import { type Connection, openForWriting } from './connection.ts'
import { copyMeetings, type MeetingsToCopy } from './copy-meetings.ts'
import { inspectLibraryFile, libraryFiles } from './library-files.ts'
import { type LibraryLock, lockLibrary } from './library-lock.ts'
import { type Migration, migrate, readVersion } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import { finishReplacement } from './replace-library.ts'
import type { Clock } from './row.ts'
import { storeFailure } from './store-failure.ts'
import { type Tables, tables } from './tables.ts'

export type Log = (message: string, error?: unknown) => void

export interface LibraryOptions {
  /** Made when it is missing. */
  dataDir: string
  clock: Clock
  log: Log
  /** Only tests give their own. */
  migrations?: readonly Migration[]
}

export type Library = Tables & {
  /** The program did not end in order the last time: the file should be checked beside the work. */
  unclean: boolean
  /** Runs a change as one transaction: all of it lasts, or nothing. */
  write<T>(change: () => T): T
  /** The same for what can be worked out again: it is no change worth a backup. */
  writeAside<T>(change: () => T): T
  /** A backup now, made beside the work. */
  backUp: BackupSchedule['make']
  /** Takes meetings of another library over as new ones, all or none. @returns their ids here */
  copyMeetings(order: MeetingsToCopy): string[]
  /** Makes a backup when something changed, folds the log into the file, and frees the lock. */
  close(): Promise<void>
}

/**
 * Opens the library of a data folder, made or migrated where needed. Every acknowledged write survives a crash of
 * the program and of the machine.
 * @throws Failure 'busy' (another process has it), 'too-new', 'damaged', 'read-only', 'disk-full', 'folder-missing'
 */
export function openLibrary({ dataDir, clock, log, migrations = allMigrations }: LibraryOptions): Library {
  let lock: LibraryLock | undefined
  let connection: Connection | undefined
  try {
    // Papers are nobody else's business on a machine with several users.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    // SQLite would only say that it cannot open its file, as if the folder were not there.
    accessSync(dataDir, constants.W_OK)
    const files = libraryFiles(dataDir)
    lock = lockLibrary(files.lock)
    finishReplacement(dataDir, files)
    removeLeftovers(dataDir)
    const unclean = (statSync(files.log, { throwIfNoEntry: false })?.size ?? 0) > 0
    const newest = migrations.at(-1)?.version ?? 0
    inspectLibraryFile(files.library, migrations)
    connection = openForWriting(files.library)
    const version = readVersion(connection)
    const backUp = (reason: BackupReason) => writeBackup(files.library, files.backups, clock(), reason)
    if (version.version < newest) {
      if (!version.empty) backUp('migration')
      migrate(connection, migrations)
    } else {
      // SQLite opens a file it may not write without a word; better to hear it now than at the first save.
      connection.pragma(`user_version = ${version.version}`)
    }
    return assemble({ connection, lock, clock, log, unclean, schedule: createBackupSchedule({ dataDir, clock, log }) })
  } catch (error) {
    connection?.close()
    lock?.release()
    throw storeFailure(error) ?? error
  }
}

/** What a crash left half made; only under the lock. */
function removeLeftovers(dataDir: string): void {
  const files = libraryFiles(dataDir)
  removeUnfinishedBackups(files.backups)
  for (const trace of TRACES) rmSync(`${files.incoming}.unfinished${trace}`, { force: true })
  if (existsSync(files.opened)) for (const name of readdirSync(files.opened)) rmSync(join(files.opened, name))
}

interface Parts {
  connection: Connection
  lock: LibraryLock
  clock: Clock
  log: Log
  unclean: boolean
  schedule: BackupSchedule
}

function assemble({ connection, lock, clock, log, unclean, schedule }: Parts): Library {
  const told = <T>(result: T): T => {
    schedule.changed()
    return result
  }
  return {
    ...tables(connection, clock),
    unclean,
    write: (change) => told(connection.transaction(change).immediate()),
    writeAside: (change) => connection.transaction(change).immediate(),
    backUp: schedule.make,
    copyMeetings: (order) => told(copyMeetings(connection, clock, order)),
    async close() {
      await schedule.atExit()
      if (!connection.open) return
      try {
        connection.pragma('optimize')
        connection.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // Everything is safe in the write-ahead log; the next start folds it in.
        log('library not tidied at exit', error)
      }
      connection.close()
      lock.release()
    },
  }
}
