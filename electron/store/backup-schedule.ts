import { type BackupReason, listBackups, localDay } from './backup.ts'
import type { BackupTarget } from './backup-target.ts'
import { libraryFiles } from './library-files.ts'
import type { Clock } from './row.ts'
import { runJob } from './run-job.ts'

export interface BackupSchedule {
  /** Something was committed. The first change of a day starts a backup beside the work. */
  changed(): void
  /** A backup beside the work, after the one that is being made. @throws Failure, or an Error when it is damaged */
  make(reason: BackupReason): Promise<{ fileName: string; target: BackupTarget }>
  /** A backup on the way out, when something changed since the last one. Afterwards nothing touches the folders. */
  atExit(): Promise<void>
}

/** Backups never stop the work: a failed one is logged, and tried again on the next day or at exit. */
export function createBackupSchedule(options: {
  dataDir: string
  clock: Clock
  log: (message: string, error?: unknown) => void
}): BackupSchedule {
  const { dataDir, clock, log } = options
  let day = listBackups(libraryFiles(dataDir).backups).find(({ reason }) => reason !== 'salvaged')?.day ?? ''
  let changedSince = false
  let running: Promise<unknown> = Promise.resolve()

  const make: BackupSchedule['make'] = (reason) => {
    const time = clock().getTime()
    const done = running.then(() => runJob('backUp', { dataDir, time, reason }))
    running = done.catch((error: unknown) => log(`${reason} backup failed`, error))
    return done
  }

  return {
    changed() {
      changedSince = true
      const today = localDay(clock())
      if (day === today) return
      day = today
      make('daily').catch(() => undefined)
    },
    make,
    async atExit() {
      if (changedSince) await make('exit').catch(() => undefined)
      await running
    },
  }
}
