import { createHash } from 'node:crypto'
import type { LibraryDocument } from '../../shared/contract/data.ts'
import type { Connection } from './connection.ts'
import { type Clock, missedUpdate, newRow } from './row.ts'

export type LibraryDocumentsTable = ReturnType<typeof libraryDocumentsTable>

const HEAD = 'id, file_name AS fileName, title, characters, created'

/** What tells whether two papers say the same, character by character. */
export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Texts of other papers, kept as they came. */
export function libraryDocumentsTable(connection: Connection, clock: Clock) {
  const selectHeads = connection.prepare<[], LibraryDocument>(
    `SELECT ${HEAD} FROM library_documents WHERE removed IS NULL ORDER BY created DESC, rowid DESC`,
  )
  const selectOne = connection.prepare<[string], LibraryDocument & { text: string }>(
    `SELECT ${HEAD}, text FROM library_documents WHERE id = ?`,
  )
  const selectRemoved = connection.prepare<[], LibraryDocument & { removed: string }>(
    `SELECT ${HEAD}, removed FROM library_documents WHERE removed IS NOT NULL ORDER BY removed DESC, rowid DESC`,
  )
  const setRemoved = connection.prepare(
    'UPDATE library_documents SET removed = @removed, updated = @updated, revision = revision + 1 WHERE id = @id',
  )
  const eraseOld = connection.prepare('DELETE FROM library_documents WHERE removed < ?')
  const selectSame = connection.prepare<[string], LibraryDocument & { removed: string | null }>(
    `SELECT ${HEAD}, removed FROM library_documents WHERE digest = ? ORDER BY removed IS NOT NULL, created LIMIT 1`,
  )
  const insert = connection.prepare(
    `INSERT INTO library_documents (id, meeting_id, file_name, title, text, characters, digest, created, updated, revision)
     VALUES (@id, @meetingId, @fileName, @title, @text, @characters, @digest, @created, @updated, @revision)`,
  )

  return {
    /** Of those in use, newest first. */
    list: (): LibraryDocument[] => selectHeads.all(),
    get: (id: string): (LibraryDocument & { text: string }) | null => selectOne.get(id) ?? null,
    /** What was removed last comes first. */
    listRemoved: () => selectRemoved.all(),
    /** Removed ones are kept, and can still be read. */
    setRemoved(id: string, isRemoved: boolean): void {
      const now = clock().toISOString()
      const { changes } = setRemoved.run({ id, removed: isRemoved ? now : null, updated: now })
      if (changes === 0) throw missedUpdate(null)
    },
    /** For good. */
    eraseRemovedBefore: (time: string): void => void eraseOld.run(time),
    /** One with the same text, the first that came; a removed one where there is no other. */
    withText: (text: string): (LibraryDocument & { removed: string | null }) | null =>
      selectSame.get(textDigest(text)) ?? null,
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
