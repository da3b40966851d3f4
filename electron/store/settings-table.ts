import { Failure } from '../../shared/contract/failures.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type SettingsTable = ReturnType<typeof settingsTable>

/**
 * One thing the office may set, as JSON text in one row; revision 0 while nothing has been changed.
 * @param scope 'office' for the settings, 'pack' for an imported pack, 'pack-overrides' for the changes laid over it
 */
export function settingsTable(connection: Connection, clock: Clock, scope: 'office' | 'pack' | 'pack-overrides') {
  const select = connection.prepare<[string], { value: string; revision: number }>(
    'SELECT value, revision FROM settings WHERE scope = ?',
  )
  const upsert = connection.prepare<unknown[], { revision: number }>(
    `INSERT INTO settings (id, scope, value, created, updated, revision)
     VALUES (@id, @scope, @value, @created, @updated, @revision)
     ON CONFLICT (scope) DO UPDATE SET value = excluded.value, updated = excluded.updated, revision = revision + 1
     RETURNING revision`,
  )
  const get = () => select.get(scope) ?? { value: '{}', revision: 0 }

  return {
    get,
    /** Within a transaction. @throws Failure 'conflict' when `revision` is stale */
    save(revision: number, value: string): number {
      if (get().revision !== revision) throw new Failure('conflict')
      return upsert.get({ ...newRow(clock), scope, value })?.revision ?? 0
    },
  }
}
