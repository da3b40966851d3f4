import type { Migration } from '../migrate.ts'

/**
 * Lists of papers without their texts. A text lies between the columns of its row, so without these every list would
 * walk through all texts of the library.
 */
export const paperHeads: Migration = {
  version: 50,
  up: (connection) =>
    connection.exec(`
      DROP INDEX papers_by_meeting;
      CREATE INDEX papers_heads ON papers (meeting_id, position, created, removed, kind, title, updated, revision, id);
      CREATE INDEX papers_removed ON papers (removed) WHERE removed IS NOT NULL;
    `),
}
