import { createHash } from 'node:crypto'
import type { LibraryDocument } from '../../shared/contract/data.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type LibraryDocumentsTable = ReturnType<typeof libraryDocumentsTable>

const HEAD = 'id, file_name AS fileName, title, characters, created'

/** What tells whether two papers say the same, character by character. */
export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Texts of other papers, kept as they came. */
export function libraryDocumentsTable(connection: Connection, clock: Clock) {
  const selectHeads = connection.prepare<[], LibraryDocument>(
    `SELECT ${HEAD} FROM library_documents ORDER BY created DESC, rowid DESC`,
  )
  const selectOne = connection.prepare<[string], LibraryDocument & { text: string }>(
    `SELECT ${HEAD}, text FROM library_documents WHERE id = ?`,
  )
  const selectSame = connection.prepare<[string], LibraryDocument>(
    `SELECT ${HEAD} FROM library_documents WHERE digest = ? ORDER BY created LIMIT 1`,
  )
  const insert = connection.prepare(
    `INSERT INTO library_documents (id, meeting_id, file_name, title, text, characters, digest, created, updated, revision)
     VALUES (@id, @meetingId, @fileName, @title, @text, @characters, @digest, @created, @updated, @revision)`,
  )

  return {
    /** Newest first. */
    list: (): LibraryDocument[] => selectHeads.all(),
    get: (id: string): (LibraryDocument & { text: string }) | null => selectOne.get(id) ?? null,
    /** One with the same text, the first that came. */
    withText: (text: string): LibraryDocument | null => selectSame.get(textDigest(text)) ?? null,
    add(document: {
      meetingId: string | null
      fileName: string
      title: string
      text: string
      characters: number
    }): LibraryDocument {
      const row = { ...newRow(clock), ...document, digest: textDigest(document.text) }
      insert.run(row)
      const { id, fileName, title, characters, created } = row
      return { id, fileName, title, characters, created }
    },
  }
}
