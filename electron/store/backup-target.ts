import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { FailureCode } from '../../shared/contract/failures.ts'
import type { PasswordKey } from './sealed-file.ts'
import { syncFile } from './sync.ts'

/**
 * The second folder for backups: another disk, or a stick. It belongs to this machine and is needed most when the
 * library does not open, so it stands in a file of its own.
 */
export interface BackupTarget {
  /** Absolute; null when none was chosen. */
  folder: string | null
  /** What new copies are locked with. The password itself is stored nowhere. */
  key: PasswordKey | null
  /** When the last copy was made, ISO 8601. */
  last: string | null
  /** Why the last attempt made none; null when it did. */
  problem: FailureCode | null
}

const NONE: BackupTarget = { folder: null, key: null, last: null, problem: null }

const textOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** None when nothing was chosen, or what was chosen cannot be read any more. */
export function readBackupTarget(path: string): BackupTarget {
  try {
    const read = { ...NONE, ...(JSON.parse(readFileSync(path, 'utf8')) as BackupTarget) }
    return textOrNull(read.folder) && textOrNull(read.last) && typeof read.key === 'object' ? read : NONE
  } catch {
    return NONE
  }
}

/** Changes some of it, whole or not at all. Readable for its user alone. @throws a system error */
export function changeBackupTarget(path: string, fields: Partial<BackupTarget>): BackupTarget {
  const next = { ...readBackupTarget(path), ...fields }
  const beside = `${path}.tmp`
  writeFileSync(beside, JSON.stringify(next), { mode: 0o600 })
  syncFile(beside)
  renameSync(beside, path)
  return next
}
