import type { Ledger, Problem } from '../../shared/model/rectification/ledger.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type ProblemsTable = ReturnType<typeof problemsTable>

/** The problems of a meeting in their order, each with its measures as JSON text. */
export function problemsTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], { id: string; content: string }>(
    'SELECT id, content FROM problems WHERE meeting_id = ? ORDER BY position',
  )
  const insert = connection.prepare(
    `INSERT INTO problems (id, meeting_id, position, content, created, updated, revision)
     VALUES (@id, @meetingId, @position, @content, @created, @updated, @revision)`,
  )
  const rewrite = connection.prepare(
    'UPDATE problems SET content = @content, position = @position, updated = @updated, revision = revision + 1 WHERE id = @id',
  )
  const shift = connection.prepare('UPDATE problems SET position = @position WHERE id = @id')
  const remove = connection.prepare('DELETE FROM problems WHERE id = ?')

  return {
    /** Not yet checked against the schema. */
    list: (meetingId: string): { id: string; content: string }[] => select.all(meetingId),
    /** Writes what is different between two states of a ledger. Within a transaction. */
    replace(meetingId: string, before: Ledger, after: Ledger): void {
      const old = new Map(before.map((problem, position) => [problem.id, { problem, position }]))
      after.forEach((problem, position) => {
        const was = old.get(problem.id)
        old.delete(problem.id)
        const { id, ...rest } = problem satisfies Problem
        const row = { ...newRow(clock), id, meetingId, position, content: JSON.stringify(rest) }
        if (!was) insert.run(row)
        else if (was.problem !== problem) rewrite.run({ id, position, content: row.content, updated: row.updated })
        else if (was.position !== position) shift.run({ id, position })
      })
      for (const id of old.keys()) remove.run(id)
    },
  }
}
