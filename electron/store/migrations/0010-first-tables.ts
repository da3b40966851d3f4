import type { Migration } from '../migrate.ts'

const stamps = `
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1`

export const firstTables: Migration = {
  version: 10,
  up: (connection) =>
    connection.exec(`
      CREATE TABLE meetings (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        sample INTEGER NOT NULL DEFAULT 0,
        removed TEXT,
        ${stamps}
      ) STRICT;

      CREATE TABLE facts (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        ${stamps},
        UNIQUE (meeting_id, key)
      ) STRICT;

      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        name TEXT NOT NULL,
        post TEXT NOT NULL,
        organization TEXT NOT NULL,
        rank INTEGER NOT NULL,
        ${stamps}
      ) STRICT;
      CREATE INDEX people_by_meeting ON people (meeting_id, rank);

      CREATE TABLE papers (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        position INTEGER NOT NULL,
        removed TEXT,
        ${stamps}
      ) STRICT;
      CREATE INDEX papers_by_meeting ON papers (meeting_id, position);

      CREATE TABLE revisions (
        id TEXT PRIMARY KEY,
        paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        name TEXT NOT NULL,
        author TEXT NOT NULL,
        body TEXT NOT NULL,
        characters INTEGER NOT NULL,
        written TEXT NOT NULL,
        ${stamps}
      ) STRICT;
      CREATE INDEX revisions_by_paper ON revisions (paper_id, written);

      CREATE TABLE point_decisions (
        id TEXT PRIMARY KEY,
        paper_id TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        point TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        evidence TEXT NOT NULL,
        ${stamps},
        UNIQUE (paper_id, point)
      ) STRICT;

      CREATE TABLE waivers (
        id TEXT PRIMARY KEY,
        scope TEXT NOT NULL CHECK (scope IN ('paper', 'meeting', 'office')),
        meeting_id TEXT REFERENCES meetings ON DELETE CASCADE,
        paper_id TEXT REFERENCES papers ON DELETE CASCADE,
        rule TEXT NOT NULL,
        quote TEXT NOT NULL,
        reason TEXT NOT NULL,
        ${stamps},
        CHECK ((scope = 'meeting') = (meeting_id IS NOT NULL) AND (scope = 'paper') = (paper_id IS NOT NULL))
      ) STRICT;
      CREATE INDEX waivers_by_meeting ON waivers (meeting_id);
      CREATE INDEX waivers_by_paper ON waivers (paper_id);

      CREATE TABLE paper_progress (
        id TEXT PRIMARY KEY,
        paper_id TEXT NOT NULL UNIQUE REFERENCES papers ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        ${stamps}
      ) STRICT;

      CREATE TABLE settings (
        id TEXT PRIMARY KEY,
        scope TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL,
        ${stamps}
      ) STRICT;

      CREATE TABLE library_documents (
        id TEXT PRIMARY KEY,
        meeting_id TEXT REFERENCES meetings ON DELETE SET NULL,
        file_name TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        characters INTEGER NOT NULL,
        ${stamps}
      ) STRICT;
      CREATE INDEX library_documents_by_meeting ON library_documents (meeting_id);
    `),
}
