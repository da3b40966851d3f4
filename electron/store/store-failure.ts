import { Failure } from '../../shared/contract/failures.ts'

const BY_SQLITE_CODE: [prefix: string, make: () => Failure][] = [
  ['SQLITE_BUSY', () => new Failure('busy')],
  ['SQLITE_LOCKED', () => new Failure('busy')],
  ['SQLITE_FULL', () => new Failure('disk-full')],
  ['SQLITE_READONLY', () => new Failure('read-only')],
  ['SQLITE_PERM', () => new Failure('read-only')],
  ['SQLITE_NOTADB', () => new Failure('damaged')],
  ['SQLITE_CORRUPT', () => new Failure('damaged')],
  // Both arise when the folder or the stick has gone while the program runs.
  ['SQLITE_CANTOPEN', () => new Failure('folder-missing')],
  ['SQLITE_IOERR', () => new Failure('folder-missing', '读写资料库所在的磁盘时出错。')],
]

const BY_SYSTEM_CODE: Record<string, () => Failure> = {
  EACCES: () => new Failure('read-only'),
  EPERM: () => new Failure('read-only'),
  EROFS: () => new Failure('read-only'),
  ENOSPC: () => new Failure('disk-full'),
  EDQUOT: () => new Failure('disk-full'),
  ENOENT: () => new Failure('folder-missing'),
  ENOTDIR: () => new Failure('folder-missing'),
  EIO: () => new Failure('folder-missing', '读写资料库所在的磁盘时出错。'),
}

/** What an error of SQLite or of the file system means to the user; null when it is neither, that is, a bug. */
export function storeFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const make = BY_SQLITE_CODE.find(([prefix]) => code.startsWith(prefix))?.[1] ?? BY_SYSTEM_CODE[code]
  return make?.() ?? null
}
