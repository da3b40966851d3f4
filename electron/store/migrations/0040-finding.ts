import { createHash } from 'node:crypto'
import type { Migration } from '../migrate.ts'

/** Old papers that came twice are known by their text; what changed is listed without reading the papers. */
export const finding: Migration = {
  version: 40,
  up: (connection) => {
    connection.exec(`
      ALTER TABLE library_documents ADD COLUMN digest TEXT NOT NULL DEFAULT '';
      CREATE INDEX library_documents_by_digest ON library_documents (digest);
      CREATE INDEX papers_by_change ON papers (id, meeting_id, revision, updated, removed);
    `)
    const update = connection.prepare('UPDATE library_documents SET digest = ? WHERE id = ?')
    const rows = connection.prepare<[], { id: string; text: string }>('SELECT id, text FROM library_documents').all()
    for (const { id, text } of rows) update.run(createHash('sha256').update(text).digest('hex'), id)
  },
}
