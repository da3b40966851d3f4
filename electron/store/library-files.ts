import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { APPLICATION_ID } from './connection.ts'
import { refuseForeign } from './migrate.ts'

/** The files of a library in the data folder. */
export function libraryFiles(dataDir: string): { library: string; lock: string; backups: string } {
  return { library: join(dataDir, 'huibei.db'), lock: join(dataDir, 'huibei.lock'), backups: join(dataDir, 'backups') }
}

const MAGIC = 'SQLite format 3\0'
const HEADER_LENGTH = 100

/**
 * Looks at the head of the file before SQLite opens it, so that a damaged or newer one stays byte for byte as it is
 * (SQLite would fold its write-ahead log into it). Layout: sqlite.org/fileformat2.html, section 1.3.
 * @returns whether there is a library; an empty file is none.
 * @throws Failure 'damaged' or 'too-new'
 */
export function inspectLibraryFile(path: string, newest: number): boolean {
  const header = Buffer.alloc(HEADER_LENGTH)
  let length: number
  try {
    const handle = openSync(path, 'r')
    try {
      length = readSync(handle, header, 0, HEADER_LENGTH, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  if (length === 0) return false
  if (length < HEADER_LENGTH || header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new Failure('damaged')
  const version = header.readUInt32BE(60)
  const applicationId = header.readUInt32BE(68)
  // Both are 0 while the first commit is still in the write-ahead log.
  if (applicationId !== 0 || version !== 0) refuseForeign({ applicationId, version, empty: false }, newest)
  return applicationId === APPLICATION_ID
}
