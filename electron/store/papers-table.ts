import type { PaperKind } from '../../shared/model/kinds.ts'
import type { Connection } from './connection.ts'
import { type Clock, missedUpdate, newRow, type Row } from './row.ts'

/** A paper without its text: what lists need. */
export interface PaperRowHead extends Row {
  meetingId: string
  kind: PaperKind
  /** The text of the document's title, facts filled in. */
  title: string
  removed: string | null
}

export interface PaperRow extends PaperRowHead {
  /** Stored form of the document, see shared/model/paper.ts. */
  body: string
}

export type NewPaper = Pick<PaperRow, 'meetingId' | 'kind' | 'title' | 'body'>

const HEAD = 'id, meeting_id AS meetingId, kind, title, removed, created, updated, revision'

export type PapersTable = ReturnType<typeof papersTable>

export function papersTable(connection: Connection, clock: Clock) {
  const selectOne = connection.prepare<[string], PaperRow>(`SELECT ${HEAD}, body FROM papers WHERE id = ?`)
  const selectByMeeting = connection.prepare<[string], PaperRowHead>(
    `SELECT ${HEAD} FROM papers WHERE meeting_id = ? AND removed IS NULL ORDER BY position, created`,
  )
  const insert = connection.prepare(
    `INSERT INTO papers (id, meeting_id, kind, title, body, position, removed, created, updated, revision)
     VALUES (@id, @meetingId, @kind, @title, @body,
       (SELECT coalesce(max(position), 0) + 1 FROM papers WHERE meeting_id = @meetingId),
       NULL, @created, @updated, @revision)`,
  )
  const update = connection.prepare<unknown[], { revision: number; updated: string }>(
    `UPDATE papers SET title = @title, body = @body, updated = @now, revision = revision + 1
     WHERE id = @id AND revision = @revision RETURNING revision, updated`,
  )
  const updateTitle = connection.prepare('UPDATE papers SET title = @title WHERE id = @id')
  const updateRemoved = connection.prepare(
    'UPDATE papers SET removed = @removed, updated = @now, revision = revision + 1 WHERE id = @id',
  )
  const selectRemoved = connection.prepare<[], PaperRowHead & { meetingTitle: string }>(
    `SELECT papers.id, papers.meeting_id AS meetingId, papers.kind, papers.title, papers.removed, papers.created,
       papers.updated, papers.revision, meetings.title AS meetingTitle
     FROM papers JOIN meetings ON meetings.id = papers.meeting_id
     WHERE papers.removed IS NOT NULL AND meetings.removed IS NULL ORDER BY papers.removed DESC`,
  )
  const erase = connection.prepare('DELETE FROM papers WHERE id = ?')
  const now = () => clock().toISOString()
  const get = (id: string): PaperRow | null => selectOne.get(id) ?? null

  return {
    get,
    /** Without the removed ones, in their order. */
    listByMeeting: (meetingId: string): PaperRowHead[] => selectByMeeting.all(meetingId),
    /** Removed ones of meetings in use, the last removed first. */
    listRemoved: (): (PaperRowHead & { meetingTitle: string })[] => selectRemoved.all(),
    add(paper: NewPaper): PaperRow {
      const row = { ...newRow(clock), ...paper }
      insert.run(row)
      return { ...row, removed: null }
    },
    /** @throws Failure 'conflict' when `revision` is stale, 'not-found' */
    save(id: string, revision: number, title: string, body: string): { revision: number; updated: string } {
      const saved = update.get({ id, revision, title, body, now: now() })
      if (!saved) throw missedUpdate(get(id))
      return saved
    },
    /** The shown title follows the meeting's facts; that is no change of the paper itself. */
    retitle(id: string, title: string): void {
      updateTitle.run({ id, title })
    },
    setRemoved(id: string, removed: boolean): void {
      updateRemoved.run({ id, removed: removed ? now() : null, now: now() })
    },
    /** For good, with its versions. */
    erase(id: string): void {
      erase.run(id)
    },
  }
}
