import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export interface RevisionHead {
  id: string
  paperId: string
  /** '' for the versions the program keeps by itself. */
  name: string
  author: string
  characters: number
  /** When this text was saved. */
  written: string
  /** When it was put aside as a version. */
  created: string
}

export interface RevisionRow extends RevisionHead {
  body: string
  /** What its facts showed then, as JSON by their keys; '' in versions of older programs. */
  facts: string
}

export type NewRevision = Omit<RevisionRow, 'id' | 'created'>

const HEAD = 'id, paper_id AS paperId, name, author, characters, written, created'

export type RevisionsTable = ReturnType<typeof revisionsTable>

/** Versions of papers. Rows are added and thinned, never changed. */
export function revisionsTable(connection: Connection, clock: Clock) {
  const selectOne = connection.prepare<[string], RevisionRow>(`SELECT ${HEAD}, body, facts FROM revisions WHERE id = ?`)
  const selectHeads = connection.prepare<[string], RevisionHead>(
    `SELECT ${HEAD} FROM revisions WHERE paper_id = ? ORDER BY written DESC, created DESC, rowid DESC`,
  )
  const selectNewest = connection.prepare<[string], RevisionRow>(
    `SELECT ${HEAD}, body, facts FROM revisions WHERE paper_id = ? ORDER BY created DESC, rowid DESC LIMIT 1`,
  )
  const insert = connection.prepare(
    `INSERT INTO revisions (id, paper_id, name, author, body, facts, characters, written, created, updated, revision)
     VALUES (@id, @paperId, @name, @author, @body, @facts, @characters, @written, @created, @updated, @revision)`,
  )
  const remove = connection.prepare('DELETE FROM revisions WHERE id = ?')

  return {
    get: (id: string): RevisionRow | null => selectOne.get(id) ?? null,
    /** Newest first. */
    list: (paperId: string): RevisionHead[] => selectHeads.all(paperId),
    /** The one put aside last. */
    newest: (paperId: string): RevisionRow | null => selectNewest.get(paperId) ?? null,
    add(revision: NewRevision): RevisionHead {
      const { id, created, updated, revision: count } = newRow(clock)
      insert.run({ ...revision, id, created, updated, revision: count })
      const { body: _body, facts: _facts, ...head } = revision
      return { id, created, ...head }
    },
    remove(id: string): void {
      remove.run(id)
    },
  }
}
