import type { LibraryDocument } from '../../shared/contract/data.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type LibraryDocumentsTable = ReturnType<typeof libraryDocumentsTable>

const HEAD = 'id, file_name AS fileName, title, characters, created'

/** Texts of other papers, kept as they came. */
export function libraryDocumentsTable(connection: Connection, clock: Clock) {
  const selectHeads = connection.prepare<[], LibraryDocument>(
    `SELECT ${HEAD} FROM library_documents ORDER BY created DESC, rowid DESC`,
  )
  const selectOne = connection.prepare<[string], LibraryDocument & { text: string }>(
    `SELECT ${HEAD}, text FROM library_documents WHERE id = ?`,
  )
  const insert = connection.prepare(
    `INSERT INTO library_documents (id, meeting_id, file_name, title, text, characters, created, updated, revision)
     VALUES (@id, @meetingId, @fileName, @title, @text, @characters, @created, @updated, @revision)`,
  )

  return {
    /** Newest first. */
    list: (): LibraryDocument[] => selectHeads.all(),
    get: (id: string): (LibraryDocument & { text: string }) | null => selectOne.get(id) ?? null,
    add(document: {
      meetingId: string | null
      fileName: string
      title: string
      text: string
      characters: number
    }): void {
      insert.run({ ...newRow(clock), ...document })
    },
  }
}
