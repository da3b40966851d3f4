import type { HistoryLine } from '../../shared/model/rectification/change.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type LedgerHistoryTable = ReturnType<typeof ledgerHistoryTable>

export interface KeptLine extends HistoryLine {
  id: string
  author: string
  created: string
}

const MOST = 500

/** What happened to the ledger. Lines are added and read, nothing else; the database itself refuses more. */
export function ledgerHistoryTable(connection: Connection, clock: Clock) {
  const columns = 'id, problem_id AS problemId, what, reason, author, created'
  const ofMeeting = connection.prepare<[string], KeptLine>(
    `SELECT ${columns} FROM ledger_history WHERE meeting_id = ? ORDER BY created DESC, rowid DESC LIMIT ${MOST}`,
  )
  const ofProblem = connection.prepare<[string, string], KeptLine>(
    `SELECT ${columns} FROM ledger_history WHERE meeting_id = ? AND problem_id = ?
     ORDER BY created DESC, rowid DESC LIMIT ${MOST}`,
  )
  const last = connection.prepare<[string], { problemId: string; created: string }>(
    'SELECT problem_id AS problemId, MAX(created) AS created FROM ledger_history WHERE meeting_id = ? GROUP BY problem_id',
  )
  const insert = connection.prepare(
    `INSERT INTO ledger_history (id, meeting_id, problem_id, what, reason, author, created, updated, revision)
     VALUES (@id, @meetingId, @problemId, @what, @reason, @author, @created, @updated, @revision)`,
  )

  return {
    add(meetingId: string, author: string, lines: readonly HistoryLine[]): void {
      for (const line of lines) insert.run({ ...newRow(clock), meetingId, author, ...line })
    },
    /** The newest first. */
    list: (meetingId: string, problemId?: string): KeptLine[] =>
      problemId === undefined ? ofMeeting.all(meetingId) : ofProblem.all(meetingId, problemId),
    lastChanges: (meetingId: string): Record<string, string> =>
      Object.fromEntries(last.all(meetingId).map(({ problemId, created }) => [problemId, created])),
  }
}
