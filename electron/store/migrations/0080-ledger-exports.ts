import type { Migration } from '../migrate.ts'

/** The ledger as each Excel file had it that was given out; see ledger-exports-table.ts. */
export const ledgerExports: Migration = {
  version: 80,
  up: (connection) =>
    connection.exec(`
      CREATE TABLE ledger_exports (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        token TEXT NOT NULL,
        content TEXT NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting_id, token)
      ) STRICT;
    `),
}
