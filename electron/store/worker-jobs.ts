import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { type BackupReason, copyBackup, faultOf, writeBackup } from './backup.ts'
import { makeReadable } from './backup-source.ts'
import { type BackupTarget, changeBackupTarget, readBackupTarget } from './backup-target.ts'
import { libraryFiles } from './library-files.ts'
import { salvageLibrary } from './salvage/salvage.ts'
import { openBytes, openSealedFile, type PasswordKey, passwordKey, sealBytes } from './sealed-file.ts'
import { storeFailure } from './store-failure.ts'

// What takes seconds on a large library, and so is done beside the work. Each is given and gives plain data.

export interface BackupOrder {
  dataDir: string
  /** Milliseconds since 1970. */
  time: number
  reason: BackupReason
}

/** A backup of the library, and a copy of it in the second folder where that is at hand. */
function backUp({ dataDir, time, reason }: BackupOrder): { fileName: string; target: BackupTarget } {
  const files = libraryFiles(dataDir)
  const moment = new Date(time)
  const fileName = writeBackup(files.library, files.backups, moment, reason)
  return { fileName, target: copyToTarget(dataDir, fileName, moment) }
}

function copyToTarget(dataDir: string, fileName: string, time: Date): BackupTarget {
  const files = libraryFiles(dataDir)
  const { folder, key } = readBackupTarget(files.backupTarget)
  if (folder === null) return readBackupTarget(files.backupTarget)
  try {
    if (!existsSync(folder)) throw new Failure('folder-missing')
    copyBackup(join(files.backups, fileName), folder, fileName, key, time)
    return changeBackupTarget(files.backupTarget, { last: time.toISOString(), problem: null })
  } catch (error) {
    // The backup itself is made; that the copy is not has to be seen, not to stop anything.
    return changeBackupTarget(files.backupTarget, { problem: storeFailure(error)?.code ?? 'internal' })
  }
}

/** Null when all is in order. */
function check({ path }: { path: string }): { fault: string | null } {
  return { fault: faultOf(path) }
}

/** The same for a file behind a password. @throws Failure 'wrong-password', 'damaged' */
function checkSealed({ path, password, beside }: { path: string; password: string; beside: string }): {
  fault: string | null
} {
  try {
    openSealedFile(path, beside, password)
    return { fault: faultOf(beside) }
  } finally {
    rmSync(beside, { force: true })
  }
}

export const jobs = {
  backUp,
  check,
  checkSealed,
  makeReadable,
  salvage: salvageLibrary,
  sealBytes: ({ bytes, password }: { bytes: Uint8Array; password: string }): Uint8Array =>
    sealBytes(bytes, passwordKey(password)),
  openBytes: ({ bytes, password }: { bytes: Uint8Array; password: string }): Uint8Array => openBytes(bytes, password),
  passwordKey: ({ password }: { password: string }): PasswordKey => passwordKey(password),
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs
