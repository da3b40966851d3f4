import type { PointDecision } from '../../shared/model/meeting.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type PointDecisionsTable = ReturnType<typeof pointDecisionsTable>

export function pointDecisionsTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], PointDecision>(
    'SELECT point, state, reason, evidence FROM point_decisions WHERE paper_id = ? ORDER BY point',
  )
  const upsert = connection.prepare(
    `INSERT INTO point_decisions (id, paper_id, point, state, reason, evidence, created, updated, revision)
     VALUES (@id, @paperId, @point, @state, @reason, @evidence, @created, @updated, @revision)
     ON CONFLICT (paper_id, point) DO UPDATE SET state = excluded.state, reason = excluded.reason,
       evidence = excluded.evidence, updated = excluded.updated, revision = revision + 1`,
  )
  const remove = connection.prepare('DELETE FROM point_decisions WHERE paper_id = ? AND point = ?')

  return {
    list: (paperId: string): PointDecision[] => select.all(paperId),
    put(paperId: string, decision: PointDecision): void {
      upsert.run({ ...newRow(clock), paperId, ...decision })
    },
    remove(paperId: string, point: string): void {
      remove.run(paperId, point)
    },
  }
}
