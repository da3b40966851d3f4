import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type TransferStatesTable = ReturnType<typeof transferStatesTable>

/**
 * Meetings as they once were exported or imported, each by the digest of its content (known), and what was last known
 * of the present one (here). JSON text, see electron/services/transfer-memory.ts. A known one is never changed.
 */
export function transferStatesTable(connection: Connection, clock: Clock) {
  const selectHere = connection.prepare<[string], { content: string }>(
    "SELECT content FROM transfer_states WHERE meeting_id = ? AND kind = 'here'",
  )
  const selectKnown = connection.prepare<[string], { digest: string; content: string }>(
    "SELECT digest, content FROM transfer_states WHERE meeting_id = ? AND kind = 'known' ORDER BY rowid",
  )
  const put = connection.prepare(
    `INSERT INTO transfer_states (id, meeting_id, kind, digest, content, created, updated, revision)
     VALUES (@id, @meetingId, @kind, @digest, @content, @created, @updated, @revision)
     ON CONFLICT (meeting_id, kind, digest)
     DO UPDATE SET content = excluded.content, updated = excluded.updated, revision = revision + 1
     WHERE kind = 'here'`,
  )

  return {
    here: (meetingId: string): string | null => selectHere.get(meetingId)?.content ?? null,
    /** The oldest first. */
    known: (meetingId: string): { digest: string; content: string }[] => selectKnown.all(meetingId),
    putHere(meetingId: string, content: string): void {
      put.run({ ...newRow(clock), meetingId, kind: 'here', digest: '', content })
    },
    /** One that is there already stays as it is. */
    addKnown(meetingId: string, digest: string, content: string): void {
      put.run({ ...newRow(clock), meetingId, kind: 'known', digest, content })
    },
  }
}
