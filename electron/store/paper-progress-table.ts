import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type PaperProgressTable = ReturnType<typeof paperProgressTable>

/** What a check once found of a paper, so that lists need not check again. May be emptied at any time. */
export function paperProgressTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], { key: string; value: string }>(
    'SELECT key, value FROM paper_progress WHERE paper_id = ?',
  )
  const upsert = connection.prepare(
    `INSERT INTO paper_progress (id, paper_id, key, value, created, updated, revision)
     VALUES (@id, @paperId, @key, @value, @created, @updated, @revision)
     ON CONFLICT (paper_id) DO UPDATE SET key = excluded.key, value = excluded.value, updated = excluded.updated,
       revision = revision + 1`,
  )

  return {
    get: (paperId: string): { key: string; value: string } | null => select.get(paperId) ?? null,
    /** @param key says of which state of paper and facts it holds; @param value JSON text */
    put(paperId: string, key: string, value: string): void {
      upsert.run({ ...newRow(clock), paperId, key, value })
    },
  }
}
