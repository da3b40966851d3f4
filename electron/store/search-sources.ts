import type { Connection } from './connection.ts'
import type { SourceHead } from './search-index.ts'

/** Everything of the library that can be found, with what tells whether it changed; oldest first. */
export function searchSources(connection: Connection): SourceHead[] {
  return connection
    .prepare<[], SourceHead>(
      `SELECT 'meeting' AS kind, id AS ref, id AS meetingId, revision || ' ' || updated AS stamp, updated
         FROM meetings WHERE removed IS NULL
       UNION ALL
       SELECT 'paper', papers.id, papers.meeting_id,
         papers.revision || ' ' || papers.updated || ' ' || meetings.revision || ' ' || meetings.updated, papers.updated
         FROM papers INDEXED BY papers_by_change JOIN meetings ON meetings.id = papers.meeting_id
         WHERE papers.removed IS NULL AND meetings.removed IS NULL
       UNION ALL
       SELECT 'ledger', meetings.id, meetings.id, sheets.revision || ' ' || sheets.updated, sheets.updated
         FROM meeting_sheets AS sheets JOIN meetings ON meetings.id = sheets.meeting_id
         WHERE sheets.kind = 'ledger' AND meetings.removed IS NULL
       UNION ALL
       SELECT 'document', id, meeting_id, created, created FROM library_documents WHERE removed IS NULL
       ORDER BY updated`,
    )
    .all()
}
