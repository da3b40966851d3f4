import type { RemovedRow } from '../../shared/model/rectification/removed-rows.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type RemovedLedgerRowsTable = ReturnType<typeof removedLedgerRowsTable>

interface StoredRow {
  id: string
  meetingId: string
  problemId: string
  position: number
  /** Problem or measure as JSON text, without its id; not yet checked against the schema. */
  content: string
  removed: string
}

interface ListedRow extends StoredRow {
  meetingTitle: string
}

/** 最近删除 of the ledgers: problems and measures under the ids they had. */
export function removedLedgerRowsTable(connection: Connection, clock: Clock) {
  const columns =
    'r.id, r.meeting_id AS meetingId, r.problem_id AS problemId, r.position, r.content, r.created AS removed'
  const selectAll = connection.prepare<[], ListedRow>(
    `SELECT ${columns}, m.title AS meetingTitle FROM removed_ledger_rows r JOIN meetings m ON m.id = r.meeting_id
     WHERE m.removed IS NULL ORDER BY r.created DESC, r.rowid DESC`,
  )
  const selectOne = connection.prepare<[string], StoredRow>(
    `SELECT ${columns} FROM removed_ledger_rows r WHERE r.id = ?`,
  )
  const insert = connection.prepare(
    `INSERT OR REPLACE INTO removed_ledger_rows
       (id, meeting_id, problem_id, position, content, created, updated, revision)
     VALUES (@id, @meetingId, @problemId, @position, @content, @created, @updated, @revision)`,
  )
  const erase = connection.prepare('DELETE FROM removed_ledger_rows WHERE id = ?')
  const eraseOld = connection.prepare('DELETE FROM removed_ledger_rows WHERE created < ?')

  return {
    /** Of meetings in use, the newest first. */
    list: (): ListedRow[] => selectAll.all(),
    get: (id: string): StoredRow | null => selectOne.get(id) ?? null,
    /** Keeps what a change took out of a ledger, and lets go of what it put back. Within a transaction. */
    follow(meetingId: string, taken: readonly RemovedRow[], back: readonly string[]): void {
      for (const id of back) erase.run(id)
      for (const { row, problemId, position } of taken) {
        const { id, ...content } = row
        insert.run({ ...newRow(clock), id, meetingId, problemId, position, content: JSON.stringify(content) })
      }
    },
    eraseBefore: (time: string): void => void eraseOld.run(time),
  }
}
