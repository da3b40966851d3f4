import { randomUUID } from 'node:crypto'
import { readPaper, writePaper } from '../../../shared/model/paper.ts'
import { type PaperNode, paperSchema } from '../../../shared/model/schema.ts'
import type { Connection } from '../connection.ts'

const FOUND_TITLE = '抢救出来的文稿'

/**
 * Makes what was salvaged whole again: a paper whose meeting is lost gets one, a text whose paper is lost becomes a
 * paper, a text that can only be read in pieces becomes its pieces. What still belongs to nothing goes.
 */
export function mendPapers(target: Connection, now: string): void {
  adoptRevisions(target, now)
  const orphans = target
    .prepare<[], { meetingId: string }>(
      'SELECT DISTINCT meeting_id AS meetingId FROM papers WHERE meeting_id NOT IN (SELECT id FROM meetings)',
    )
    .all()
  const addMeeting = target.prepare(
    'INSERT INTO meetings (id, title, sample, removed, created, updated, revision) VALUES (?, ?, 0, NULL, ?, ?, 1)',
  )
  for (const { meetingId } of orphans) addMeeting.run(meetingId, FOUND_TITLE, now, now)
  mendBodies(target)
  removeLoose(target)
}

/** Versions whose paper is lost: the newest of them takes its place. */
function adoptRevisions(target: Connection, now: string): void {
  const lost = target
    .prepare<[], { paperId: string; body: string }>(
      `SELECT paper_id AS paperId, body, max(written) FROM revisions
       WHERE paper_id NOT IN (SELECT id FROM papers) GROUP BY paper_id`,
    )
    .all()
  if (lost.length === 0) return
  const meetingId = randomUUID()
  const add = target.prepare(
    `INSERT INTO papers (id, meeting_id, kind, title, body, position, removed, created, updated, revision)
     VALUES (?, ?, 'speech', ?, ?, ?, NULL, ?, ?, 1)`,
  )
  for (const [index, { paperId, body }] of lost.entries())
    add.run(paperId, meetingId, FOUND_TITLE, body, index + 1, now, now)
}

function mendBodies(target: Connection): void {
  const update = target.prepare('UPDATE papers SET body = ? WHERE id = ?')
  const newest = target
    .prepare<[string], string>('SELECT body FROM revisions WHERE paper_id = ? ORDER BY written DESC')
    .pluck()
  const papers = target.prepare<[], { id: string; body: string }>('SELECT id, body FROM papers').all()
  for (const { id, body } of papers) {
    if (isReadable(body)) continue
    const pieces = textPieces(body)
    const older = newest.all(id).find(isReadable)
    if (pieces.length > 0) update.run(writePaper(paperOf(pieces)), id)
    else if (older) update.run(older, id)
  }
}

function isReadable(body: string): boolean {
  try {
    readPaper(body)
    return true
  } catch {
    return false
  }
}

/** The stretches of text in a stored form that is broken somewhere. */
export function textPieces(body: string): string[] {
  return [...body.matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].flatMap(([, literal = '""']) => {
    try {
      const text: unknown = JSON.parse(literal)
      return typeof text === 'string' && text ? [text] : []
    } catch {
      return []
    }
  })
}

function paperOf(pieces: readonly string[]): PaperNode {
  const paragraphs = pieces.map((text) => paperSchema.node('paragraph', null, paperSchema.text(text)))
  return paperSchema.node('doc', null, [paperSchema.node('title', null, paperSchema.text(FOUND_TITLE)), ...paragraphs])
}

function removeLoose(target: Connection): void {
  for (let again = true; again; ) {
    const loose = target.pragma('foreign_key_check') as { table: string; rowid: number }[]
    for (const { table, rowid } of loose) target.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid)
    again = loose.length > 0
  }
}
