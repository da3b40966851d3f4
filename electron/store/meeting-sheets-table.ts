import { Failure } from '../../shared/contract/failures.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

/** ledger: carries the one revision of all of them. */
export type SheetKind = 'ledger' | 'chain' | 'agenda' | 'clues'

export type MeetingSheetsTable = ReturnType<typeof meetingSheetsTable>

/** What a meeting has once: its chain, agenda and clues, as JSON text. */
export function meetingSheetsTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string, string], { content: string; revision: number }>(
    'SELECT content, revision FROM meeting_sheets WHERE meeting_id = ? AND kind = ?',
  )
  const upsert = connection.prepare<unknown[], { revision: number }>(
    `INSERT INTO meeting_sheets (id, meeting_id, kind, content, created, updated, revision)
     VALUES (@id, @meetingId, @kind, @content, @created, @updated, @revision)
     ON CONFLICT (meeting_id, kind)
     DO UPDATE SET content = excluded.content, updated = excluded.updated, revision = revision + 1
     RETURNING revision`,
  )
  const put = (meetingId: string, kind: SheetKind, content: string): number =>
    upsert.get({ ...newRow(clock), meetingId, kind, content })?.revision ?? 0
  const revision = (meetingId: string): number => select.get(meetingId, 'ledger')?.revision ?? 0

  return {
    get: (meetingId: string, kind: SheetKind): string | null => select.get(meetingId, kind)?.content ?? null,
    put,
    revision,
    /** Marks a change of the ledger or a sheet. Within a transaction. @throws Failure 'conflict' when it is stale */
    raise(meetingId: string, built: number): number {
      if (revision(meetingId) !== built) throw new Failure('conflict')
      return put(meetingId, 'ledger', '{}')
    },
  }
}
