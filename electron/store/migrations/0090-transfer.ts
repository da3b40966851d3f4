import type { Migration } from '../migrate.ts'

/** What a library remembers of meetings that travel by stick; see transfer-states-table.ts. */
export const transfer: Migration = {
  version: 90,
  up: (connection) =>
    connection.exec(`
      CREATE TABLE transfer_states (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('here', 'known')),
        digest TEXT NOT NULL,
        content TEXT NOT NULL,
        created TEXT NOT NULL,
        updated TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting_id, kind, digest)
      ) STRICT;
    `),
}
