import { mkdirSync } from 'node:fs'
import { type BackupReason, removeUnfinishedBackups, writeBackup } from './backup.ts'
import { type BackupSchedule, createBackupSchedule } from './backup-schedule.ts'
import { type Connection, openForWriting } from './connection.ts'
import { factsTable } from './facts-table.ts'
import { libraryDocumentsTable } from './library-documents-table.ts'
import { inspectLibraryFile, libraryFiles } from './library-files.ts'
import { type LibraryLock, lockLibrary } from './library-lock.ts'
import { meetingsTable } from './meetings-table.ts'
import { type Migration, migrate, readVersion } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import { paperProgressTable } from './paper-progress-table.ts'
import { papersTable } from './papers-table.ts'
import { peopleTable } from './people-table.ts'
import { pointDecisionsTable } from './point-decisions-table.ts'
import { revisionsTable } from './revisions-table.ts'
import type { Clock } from './row.ts'
import { settingsTable } from './settings-table.ts'
import { storeFailure } from './store-failure.ts'
import { waiversTable } from './waivers-table.ts'

export type Log = (message: string, error?: unknown) => void

export interface LibraryOptions {
  /** Made when it is missing. */
  dataDir: string
  clock: Clock
  log: Log
  /** Only tests give their own. */
  migrations?: readonly Migration[]
}

export type Library = ReturnType<typeof tables> & {
  /** Runs a change as one transaction: all of it lasts, or nothing. */
  write<T>(change: () => T): T
  /** The same for what can be worked out again: it is no change worth a backup. */
  writeAside<T>(change: () => T): T
  /** Makes a backup when something changed, folds the log into the file, and frees the lock. */
  close(): Promise<void>
}

function tables(connection: Connection, clock: Clock) {
  return {
    meetings: meetingsTable(connection, clock),
    facts: factsTable(connection, clock),
    people: peopleTable(connection, clock),
    papers: papersTable(connection, clock),
    progress: paperProgressTable(connection, clock),
    revisions: revisionsTable(connection, clock),
    decisions: pointDecisionsTable(connection, clock),
    waivers: waiversTable(connection, clock),
    settings: settingsTable(connection, clock),
    documents: libraryDocumentsTable(connection, clock),
  }
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
    const files = libraryFiles(dataDir)
    lock = lockLibrary(files.lock)
    const newest = migrations.at(-1)?.version ?? 0
    inspectLibraryFile(files.library, newest)
    removeUnfinishedBackups(files.backups)
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
    const schedule = createBackupSchedule({ library: files.library, backups: files.backups, clock, log })
    return assemble(connection, lock, clock, schedule, log)
  } catch (error) {
    connection?.close()
    lock?.release()
    throw storeFailure(error) ?? error
  }
}

function assemble(
  connection: Connection,
  lock: LibraryLock,
  clock: Clock,
  schedule: BackupSchedule,
  log: Log,
): Library {
  return {
    ...tables(connection, clock),
    write(change) {
      const result = connection.transaction(change).immediate()
      schedule.changed()
      return result
    },
    writeAside: (change) => connection.transaction(change).immediate(),
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
