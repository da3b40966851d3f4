import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type TransferRows = ReturnType<typeof transferRows>

/** Tables whose rows are named alike on every machine. */
const NAMED = ['meetings', 'people', 'papers', 'problems', 'waivers', 'revisions', 'ledger_history'] as const
export type NamedTable = (typeof NAMED)[number]

export interface TransferredVersion {
  id: string
  paperId: string
  name: string
  author: string
  body: string
  characters: number
  written: string
  created: string
}

export interface TransferredLine {
  id: string
  problemId: string
  what: string
  reason: string
  author: string
  created: string
}

/** The meeting a row of a table belongs to. */
const OWNER: Readonly<Record<NamedTable, string>> = {
  meetings: 'SELECT id AS owner FROM meetings WHERE id = ?',
  people: 'SELECT meeting_id AS owner FROM people WHERE id = ?',
  papers: 'SELECT meeting_id AS owner FROM papers WHERE id = ?',
  problems: 'SELECT meeting_id AS owner FROM problems WHERE id = ?',
  waivers: `SELECT coalesce(waivers.meeting_id, papers.meeting_id) AS owner
    FROM waivers LEFT JOIN papers ON papers.id = waivers.paper_id WHERE waivers.id = ?`,
  revisions:
    'SELECT papers.meeting_id AS owner FROM revisions JOIN papers ON papers.id = revisions.paper_id WHERE revisions.id = ?',
  ledger_history: 'SELECT meeting_id AS owner FROM ledger_history WHERE id = ?',
}

/** Rows of a meeting that travels: read whole, and put in under the names they have elsewhere. */
export function transferRows(connection: Connection, clock: Clock) {
  const owners = new Map(
    NAMED.map((table) => [table, connection.prepare<[string], { owner: string | null }>(OWNER[table])]),
  )
  const insertMeeting = connection.prepare(
    `INSERT INTO meetings (id, title, sample, removed, created, updated, revision)
     VALUES (@id, @title, 0, NULL, @created, @updated, @revision)`,
  )
  const insertPaper = connection.prepare(
    `INSERT INTO papers (id, meeting_id, kind, title, body, position, removed, created, updated, revision)
     VALUES (@id, @meetingId, @kind, @title, @body,
       (SELECT coalesce(max(position), 0) + 1 FROM papers WHERE meeting_id = @meetingId),
       NULL, @created, @updated, @revision)`,
  )
  const arrange = connection.prepare('UPDATE papers SET position = @position WHERE id = @id AND position <> @position')
  const insertWaiver = connection.prepare(
    `INSERT INTO waivers (id, scope, meeting_id, paper_id, rule, quote, reason, created, updated, revision)
     VALUES (@id, @scope, @meetingId, @paperId, @rule, @quote, @reason, @created, @updated, @revision)`,
  )
  const selectVersions = connection.prepare<[string], TransferredVersion>(
    `SELECT r.id, r.paper_id AS paperId, r.name, r.author, r.body, r.characters, r.written, r.created
     FROM revisions r JOIN papers p ON p.id = r.paper_id
     WHERE p.meeting_id = ? AND p.removed IS NULL ORDER BY r.created, r.rowid`,
  )
  const insertVersion = connection.prepare(
    `INSERT INTO revisions (id, paper_id, name, author, body, characters, written, created, updated, revision)
     VALUES (@id, @paperId, @name, @author, @body, @characters, @written, @created, @created, 1)`,
  )
  const selectLines = connection.prepare<[string], TransferredLine>(
    `SELECT id, problem_id AS problemId, what, reason, author, created
     FROM ledger_history WHERE meeting_id = ? ORDER BY created, rowid`,
  )
  const insertLine = connection.prepare(
    `INSERT INTO ledger_history (id, meeting_id, problem_id, what, reason, author, created, updated, revision)
     VALUES (@id, @meetingId, @problemId, @what, @reason, @author, @created, @created, 1)`,
  )

  return {
    /** The meeting a row belongs to; null when there is no such row. */
    ownerOf: (table: NamedTable, id: string): string | null => owners.get(table)?.get(id)?.owner ?? null,
    addMeeting(id: string, title: string): void {
      insertMeeting.run({ ...newRow(clock), id, title })
    },
    addPaper(paper: { id: string; meetingId: string; kind: string; title: string; body: string }): void {
      insertPaper.run({ ...newRow(clock), ...paper })
    },
    /** Puts papers in this order. */
    arrange(ids: readonly string[]): void {
      ids.forEach((id, index) => {
        arrange.run({ id, position: index + 1 })
      })
    },
    addWaiver(
      meetingId: string,
      waiver: { id: string; paperId: string | null; rule: string; quote: string; reason: string },
    ): void {
      const scope = waiver.paperId === null ? 'meeting' : 'paper'
      insertWaiver.run({ ...newRow(clock), ...waiver, scope, meetingId: scope === 'meeting' ? meetingId : null })
    },
    /** Of all papers that are not removed, the oldest first. */
    versions: (meetingId: string): TransferredVersion[] => selectVersions.all(meetingId),
    addVersion(version: TransferredVersion): void {
      insertVersion.run(version)
    },
    /** All of them, the oldest first. */
    history: (meetingId: string): TransferredLine[] => selectLines.all(meetingId),
    addLine(meetingId: string, line: TransferredLine): void {
      insertLine.run({ ...line, meetingId })
    },
  }
}
