import type { Migration } from '../migrate.ts'

/** What the facts of a version showed when it was put aside, so that it can be read later as it went out. */
export const revisionFacts: Migration = {
  version: 95,
  up: (connection) => connection.exec("ALTER TABLE revisions ADD COLUMN facts TEXT NOT NULL DEFAULT ''"),
}
