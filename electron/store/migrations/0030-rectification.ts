import type { Migration } from '../migrate.ts'

const stamps = `
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1`

/** The history goes only with its whole meeting; no line of it is ever changed. */
export const rectification: Migration = {
  version: 30,
  up: (connection) =>
    connection.exec(`
      CREATE TABLE problems (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        position INTEGER NOT NULL,
        content TEXT NOT NULL,
        ${stamps}
      ) STRICT;
      CREATE INDEX problems_by_meeting ON problems (meeting_id, position);

      CREATE TABLE ledger_history (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        problem_id TEXT NOT NULL,
        what TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        ${stamps}
      ) STRICT;
      CREATE INDEX ledger_history_by_meeting ON ledger_history (meeting_id, created);
      CREATE INDEX ledger_history_by_problem ON ledger_history (problem_id, created);
      CREATE TRIGGER ledger_history_keeps BEFORE UPDATE ON ledger_history
      BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
      CREATE TRIGGER ledger_history_stays BEFORE DELETE ON ledger_history
      WHEN EXISTS (SELECT 1 FROM meetings WHERE id = OLD.meeting_id)
      BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;

      CREATE TABLE meeting_sheets (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        kind TEXT NOT NULL,
        content TEXT NOT NULL,
        ${stamps},
        UNIQUE (meeting_id, kind)
      ) STRICT;
    `),
}
