import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { APPLICATION_ID, type Connection, openForReading } from './connection.ts'
import { type Migration, readVersion, refuseForeign } from './migrate.ts'
import { tables } from './tables.ts'

/** The files of a library in the data folder. */
export function libraryFiles(dataDir: string) {
  const library = join(dataDir, 'huibei.db')
  return {
    library,
    log: `${library}-wal`,
    sharedMemory: `${library}-shm`,
    lock: join(dataDir, 'huibei.lock'),
    /** Finds things in the library; made again when it is gone. */
    searchIndex: join(dataDir, 'huibei-search.db'),
    backups: join(dataDir, 'backups'),
    backupTarget: join(dataDir, 'backup-folder.json'),
    /** A whole library that is to take the place of the present one, see replace-library.ts. */
    incoming: `${library}.incoming`,
    /** Damaged libraries, each in a folder of its own. */
    aside: join(dataDir, 'damaged'),
    /** Backups being looked into, unlocked and brought to the present version. Emptied at every start. */
    opened: join(dataDir, 'opened-backups'),
  }
}
export type LibraryFiles = ReturnType<typeof libraryFiles>

const MAGIC = 'SQLite format 3\0'
const HEADER_LENGTH = 100

/**
 * Looks at the file before it is opened for writing, so that a damaged, newer or foreign one stays byte for byte as
 * it is. First at its head alone, for merely opening a file may fold its write-ahead log into it; then through a
 * connection that only reads, for the latest commits may still be in that log.
 * Layout of the head: sqlite.org/fileformat2.html, section 1.3.
 * @param migrations what this program knows: a version that is none of theirs was never written
 * @throws Failure 'damaged' or 'too-new'
 */
export function inspectLibraryFile(path: string, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  const header = readHead(path)
  if (header.length === 0) return
  if (header.length < HEADER_LENGTH || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new Failure('damaged')
  if (!hasOurFormat(header)) throw new Failure('damaged')
  if (header.readUInt32BE(68) === APPLICATION_ID && header.readUInt32BE(60) > newest) throw new Failure('too-new')
  const connection = openForReading(path)
  try {
    const version = readVersion(connection)
    refuseForeign(version, newest)
    if (!version.empty && !migrations.some((migration) => migration.version === version.version))
      throw new Failure('damaged')
    if (version.version === newest && !version.empty) readAsStartDoes(connection)
  } finally {
    connection.close()
  }
}

/**
 * Whether the head names the format this program writes: versions 1 or 2 (with a log), no reserved space, and where
 * there are tables schema format 4 and UTF-8. With other numbers SQLite opens the file for reading only, or reads
 * nonsense, or refuses it with an error that says nothing of damage.
 */
function hasOurFormat(header: Buffer): boolean {
  const versions = [header[18], header[19]].every((version) => version === 1 || version === 2)
  const schemaFormat = header.readUInt32BE(44)
  const isEmpty = schemaFormat === 0 && header.readUInt32BE(56) === 0
  return versions && header[20] === 0 && (isEmpty || (schemaFormat === 4 && header.readUInt32BE(56) === 1))
}

/**
 * Reads what every start reads, while nothing has been written yet: a damage that would show a moment later shows here.
 * @throws Failure 'damaged'
 */
function readAsStartDoes(connection: Connection): void {
  try {
    const { meetings, papers, settings } = tables(connection, () => new Date())
    for (const { id } of [...meetings.listInUse(), ...meetings.listRemoved()]) papers.listByMeeting(id)
    papers.listRemoved()
    settings.get()
  } catch (error) {
    // A list of tables that lost one is as damaged as a page that makes no sense.
    throw error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR' ? new Failure('damaged') : error
  }
}

/** The first bytes of a file; none when there is no file. */
function readHead(path: string): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0)
  const header = Buffer.alloc(HEADER_LENGTH)
  const handle = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_LENGTH, 0))
  } finally {
    closeSync(handle)
  }
}
