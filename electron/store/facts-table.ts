import type { FactValues } from '../../shared/model/meeting.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type FactsTable = ReturnType<typeof factsTable>

export function factsTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], { key: string; value: string }>(
    'SELECT key, value FROM facts WHERE meeting_id = ? ORDER BY key',
  )
  const upsert = connection.prepare(
    `INSERT INTO facts (id, meeting_id, key, value, created, updated, revision)
     VALUES (@id, @meetingId, @key, @value, @created, @updated, @revision)
     ON CONFLICT (meeting_id, key)
     DO UPDATE SET value = excluded.value, updated = excluded.updated, revision = revision + 1`,
  )
  const remove = connection.prepare('DELETE FROM facts WHERE meeting_id = ? AND key = ?')
  const list = (meetingId: string): FactValues =>
    Object.fromEntries(select.all(meetingId).map(({ key, value }) => [key, value]))

  return {
    list,
    /** Makes the stored values equal to `values`; empty ones are not kept. Within a transaction. */
    replace(meetingId: string, values: FactValues): void {
      const stored = list(meetingId)
      for (const key of Object.keys(stored)) if (!values[key]) remove.run(meetingId, key)
      for (const [key, value] of Object.entries(values)) {
        if (value && stored[key] !== value) upsert.run({ ...newRow(clock), meetingId, key, value })
      }
    },
  }
}
