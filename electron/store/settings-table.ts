import { Failure } from '../../shared/contract/failures.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

const SCOPE = 'office'

export type SettingsTable = ReturnType<typeof settingsTable>

/** The settings as JSON text, in one row; revision 0 while nothing has been changed. */
export function settingsTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], { value: string; revision: number }>(
    'SELECT value, revision FROM settings WHERE scope = ?',
  )
  const upsert = connection.prepare<unknown[], { revision: number }>(
    `INSERT INTO settings (id, scope, value, created, updated, revision)
     VALUES (@id, @scope, @value, @created, @updated, @revision)
     ON CONFLICT (scope) DO UPDATE SET value = excluded.value, updated = excluded.updated, revision = revision + 1
     RETURNING revision`,
  )
  const get = () => select.get(SCOPE) ?? { value: '{}', revision: 0 }

  return {
    get,
    /** Within a transaction. @throws Failure 'conflict' when `revision` is stale */
    save(revision: number, value: string): number {
      if (get().revision !== revision) throw new Failure('conflict')
      return upsert.get({ ...newRow(clock), scope: SCOPE, value })?.revision ?? 0
    },
  }
}
