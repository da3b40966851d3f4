import type { Migration } from '../migrate.ts'

/** 最近删除 of the ledger (a problem, or a measure of one, as it stood when it was removed) and of 素材. */
export const removedRows: Migration = {
  version: 55,
  up: (connection) =>
    connection.exec(`
      CREATE TABLE removed_ledger_rows (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        problem_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        content TEXT NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      CREATE INDEX removed_ledger_rows_by_meeting ON removed_ledger_rows (meeting_id);
      ALTER TABLE library_documents ADD COLUMN removed TEXT;
    `),
}
