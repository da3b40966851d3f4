import { Worker } from 'node:worker_threads'
import { type BackupReason, listBackups, localDay, writeBackup } from './backup.ts'
import type { Clock } from './row.ts'

interface Place {
  library: string
  backups: string
}

/** What the worker is told. */
export interface BackupOrder extends Place {
  /** Milliseconds since 1970. */
  time: number
  reason: BackupReason
}

export interface BackupSchedule {
  /** Something was committed. The first change of a day starts a backup beside the work. */
  changed(): void
  /** A backup on the way out, when something changed since the last one. Afterwards nothing touches the folders. */
  atExit(): Promise<void>
}

// The sources run as they are; the build puts the worker beside its other files.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js', import.meta.url)

/** Backups never stop the work: a failed one is logged, and tried again on the next day or at exit. */
export function createBackupSchedule(
  options: Place & { clock: Clock; log: (message: string, error?: unknown) => void },
): BackupSchedule {
  const { library, backups, clock, log } = options
  let day = listBackups(backups)[0]?.day ?? ''
  let changedSince = false
  let worker: Worker | undefined

  const start = (time: Date) => {
    const order: BackupOrder = { library, backups, time: time.getTime(), reason: 'daily' }
    worker = new Worker(WORKER, { workerData: order })
    worker.unref()
    worker.on('error', (error) => log('daily backup failed', error))
    worker.on('exit', () => {
      worker = undefined
    })
  }

  return {
    changed() {
      changedSince = true
      const time = clock()
      const today = localDay(time)
      if (day === today) return
      day = today
      start(time)
    },
    async atExit() {
      worker?.ref()
      await new Promise<void>((resolve) => (worker ? worker.on('exit', () => resolve()) : resolve()))
      if (!changedSince) return
      try {
        writeBackup(library, backups, clock(), 'exit')
      } catch (error) {
        log('backup at exit failed', error)
      }
    },
  }
}
