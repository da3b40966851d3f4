import { Failure } from '../../shared/contract/failures.ts'
import { APPLICATION_ID, type Connection } from './connection.ts'

export interface Migration {
  /** Rises by tens, so that a correction fits between two. */
  version: number
  up(connection: Connection): void
}

export interface LibraryVersion {
  applicationId: number
  version: number
  empty: boolean
}

export function readVersion(connection: Connection): LibraryVersion {
  return {
    applicationId: connection.pragma('application_id', { simple: true }) as number,
    version: connection.pragma('user_version', { simple: true }) as number,
    empty: connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined,
  }
}

/**
 * Refuses what this program must not touch.
 * @throws Failure 'too-new' for a file of a later program, 'damaged' for a database that is no library of ours.
 */
export function refuseForeign({ applicationId, version, empty }: LibraryVersion, newest: number): void {
  if (!empty && applicationId !== APPLICATION_ID) throw new Failure('damaged', '这个文件不是会备的资料库。')
  if (version > newest) throw new Failure('too-new')
}

/** Runs every pending migration in one transaction: the library is on the old version or on the new one. */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  connection
    .transaction(() => {
      const { version } = readVersion(connection)
      for (const migration of migrations) if (migration.version > version) migration.up(connection)
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.pragma(`user_version = ${migrations.at(-1)?.version ?? 0}`)
    })
    .immediate()
}
