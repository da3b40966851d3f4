import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type LedgerExportsTable = ReturnType<typeof ledgerExportsTable>

export interface LedgerExport {
  token: string
  /** The problems with their ids, as JSON text. */
  content: string
  created: string
}

/** Of one meeting; a table that comes back later than that is matched by number and text. */
const MOST = 20

/** What the ledger was like in each Excel file that was given out: the middle of three when the file comes back. */
export function ledgerExportsTable(connection: Connection, clock: Clock) {
  const columns = 'token, content, created'
  const select = connection.prepare<[string, string], LedgerExport>(
    `SELECT ${columns} FROM ledger_exports WHERE meeting_id = ? AND token = ?`,
  )
  const newest = connection.prepare<[string], LedgerExport>(
    `SELECT ${columns} FROM ledger_exports WHERE meeting_id = ? ORDER BY created DESC, rowid DESC LIMIT 1`,
  )
  const insert = connection.prepare(
    `INSERT INTO ledger_exports (id, meeting_id, token, content, created, updated, revision)
     VALUES (@id, @meetingId, @token, @content, @created, @updated, @revision)`,
  )
  const thin = connection.prepare(
    `DELETE FROM ledger_exports WHERE meeting_id = @meetingId AND id NOT IN
     (SELECT id FROM ledger_exports WHERE meeting_id = @meetingId ORDER BY created DESC, rowid DESC LIMIT ${MOST})`,
  )

  return {
    get: (meetingId: string, token: string): LedgerExport | null => select.get(meetingId, token) ?? null,
    /**
     * Keeps what was given out; the same content again is the same export. Within a transaction.
     * @returns the token that its rows carry
     */
    keep(meetingId: string, content: string, newToken: () => string): string {
      const last = newest.get(meetingId)
      if (last?.content === content) return last.token
      const token = newToken()
      insert.run({ ...newRow(clock), meetingId, token, content })
      thin.run({ meetingId })
      return token
    },
  }
}
