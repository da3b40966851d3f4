import { workerData } from 'node:worker_threads'
import { writeBackup } from './backup.ts'
import type { BackupOrder } from './backup-schedule.ts'

// Copying and checking a large library takes seconds; here it does not hold up the typing.
const { library, backups, time, reason } = workerData as BackupOrder
writeBackup(library, backups, new Date(time), reason)
