import type { Waiver } from '../../shared/model/meeting.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type WaiversTable = ReturnType<typeof waiversTable>

export function waiversTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string, string], Waiver>(
    `SELECT id, scope, rule, quote, reason FROM waivers
     WHERE scope = 'office' OR meeting_id = ? OR paper_id = ? ORDER BY created, rowid`,
  )
  const insert = connection.prepare(
    `INSERT INTO waivers (id, scope, meeting_id, paper_id, rule, quote, reason, created, updated, revision)
     VALUES (@id, @scope, @meetingId, @paperId, @rule, @quote, @reason, @created, @updated, @revision)`,
  )
  const remove = connection.prepare('DELETE FROM waivers WHERE id = ?')

  return {
    /** Those that hold for a paper: its own, its meeting's and the office's. */
    list: (meetingId: string, paperId: string): Waiver[] => select.all(meetingId, paperId),
    add(meetingId: string, paperId: string, waiver: Omit<Waiver, 'id'>): void {
      insert.run({
        ...newRow(clock),
        ...waiver,
        meetingId: waiver.scope === 'meeting' ? meetingId : null,
        paperId: waiver.scope === 'paper' ? paperId : null,
      })
    },
    remove(id: string): void {
      remove.run(id)
    },
  }
}
