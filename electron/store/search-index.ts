import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fold, letterRuns, queryTerms } from '../../shared/text/fold.ts'
import { fingerprints, lettersOf } from '../../shared/text/shingles.ts'
import type { Connection } from './connection.ts'

/** What a passage is. Names are found by their pinyin initials too. */
export const NAME_KINDS = ['meeting', 'unit', 'person', 'paper', 'document'] as const
export const BODY_KINDS = ['paragraph', 'problem', 'line'] as const
export type PassageKind = (typeof NAME_KINDS)[number] | (typeof BODY_KINDS)[number]

export type SourceKind = 'meeting' | 'paper' | 'ledger' | 'document'

/** One thing of the library that is indexed as a whole. */
export interface SourceHead {
  kind: SourceKind
  /** Id in the library. */
  ref: string
  meetingId: string | null
  /** Changes whenever its passages may be different. */
  stamp: string
  updated: string
}

export interface Passage {
  kind: PassageKind
  text: string
  /**
   * As long as `text`: the pinyin initial of every character; further readings each on a line of its own. '' where
   * nobody looks for it so.
   */
  initials: string
}

export interface IndexedSource extends SourceHead {
  title: string
  passages: readonly Passage[]
}

export interface Found {
  id: number
  kind: PassageKind
  text: string
  initials: string
  source: SourceKind
  ref: string
  meetingId: string | null
  meetingTitle: string | null
  title: string
  updated: string
}

/** Raise it when what is written below changes; an index of another version is made anew. */
const VERSION = 3
const KINDS: readonly PassageKind[] = [...NAME_KINDS, ...BODY_KINDS]
const NAMES = new Set<string>(NAME_KINDS)

const SCHEMA = `
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, meeting_id TEXT, stamp TEXT NOT NULL,
    updated TEXT NOT NULL, title TEXT NOT NULL, UNIQUE (kind, ref)
  ) STRICT;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL, initials TEXT NOT NULL
  ) STRICT;
  CREATE INDEX passages_by_source ON passages (source);
  CREATE VIRTUAL TABLE names USING fts5(pairs, content='', contentless_delete=1, tokenize='ascii', prefix='1');
  CREATE VIRTUAL TABLE bodies USING fts5(pairs, content='', contentless_delete=1, tokenize='ascii', prefix='1');
  CREATE VIRTUAL TABLE shingles USING fts5(hashes, content='', contentless_delete=1, tokenize='ascii', detail=none);`

/**
 * Text as overlapping pairs of characters, every run closed by its last character alone: 整改到位 is 整改 改到 到位 位.
 * So a word of two characters is one token, a longer one a phrase, and a single character the beginning of a token.
 */
export function pairs(text: string): string {
  return letterRuns(fold(text))
    .map((run) => {
      const chars = [...run]
      return chars.map((char, index) => char + (chars[index + 1] ?? '')).join(' ')
    })
    .join(' ')
}

/** The words of a query as FTS5 wants them; null when there is nothing to look for. */
export function matchExpression(query: string): string | null {
  const phrases = queryTerms(query)
    .flatMap(letterRuns)
    .map((run) => {
      const chars = [...run]
      if (chars.length === 1) return `"${run}" *`
      return `"${chars
        .slice(0, -1)
        .map((char, index) => char + chars[index + 1])
        .join(' ')}"`
    })
  return phrases.length > 0 ? phrases.join(' AND ') : null
}

/** Whether every word of the query stands there as it was typed, or as initials. */
export function holdsTerms(terms: readonly string[], { text, initials }: Pick<Passage, 'text' | 'initials'>): boolean {
  const folded = fold(text)
  return terms.every((term) => folded.includes(term) || initials.includes(term))
}

export type SearchIndex = ReturnType<typeof openSearchIndex>

/**
 * Opens the index that finds things in the library; a missing, damaged or older one is begun anew. It holds nothing
 * that the library does not, and is no part of a backup. Newest first means: what was indexed last.
 */
export function openSearchIndex(path: string) {
  let connection: Connection
  try {
    connection = begin(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code)) throw error
    removeSearchIndex(path)
    connection = begin(path)
  }
  return assemble(connection)
}

export function removeSearchIndex(path: string): void {
  for (const trace of ['', '-wal', '-shm']) rmSync(path + trace, { force: true })
}

function begin(path: string): Connection {
  const connection = new Database(path)
  try {
    connection.pragma('journal_mode = WAL')
    // A power cut may cost the index, which is then made again; never the library.
    connection.pragma('synchronous = OFF')
    connection.pragma('cache_size = -65536')
    const version = connection.pragma('user_version', { simple: true })
    if (version === VERSION) return connection
    if (version === 0 && connection.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) {
      connection.transaction(() => connection.exec(SCHEMA)).immediate()
      connection.pragma(`user_version = ${VERSION}`)
      return connection
    }
  } catch (error) {
    connection.close()
    throw error
  }
  connection.close()
  removeSearchIndex(path)
  return begin(path)
}

function assemble(connection: Connection) {
  const selectStamps = connection.prepare<[], { key: string; stamp: string }>(
    "SELECT kind || ' ' || ref AS key, stamp FROM sources",
  )
  const selectSource = connection.prepare<[string, string], { id: number }>(
    'SELECT id FROM sources WHERE kind = ? AND ref = ?',
  )
  const selectPassages = connection.prepare<[number], { id: number; kind: number }>(
    'SELECT id, kind FROM passages WHERE source = ?',
  )
  const insertSource = connection.prepare(
    `INSERT INTO sources (kind, ref, meeting_id, stamp, updated, title)
     VALUES (@kind, @ref, @meetingId, @stamp, @updated, @title)`,
  )
  const insertPassage = connection.prepare('INSERT INTO passages (source, kind, text, initials) VALUES (?, ?, ?, ?)')
  const insertWords = {
    names: connection.prepare('INSERT INTO names (rowid, pairs) VALUES (?, ?)'),
    bodies: connection.prepare('INSERT INTO bodies (rowid, pairs) VALUES (?, ?)'),
  }
  const insertShingles = connection.prepare('INSERT INTO shingles (rowid, hashes) VALUES (?, ?)')
  const deleteWords = {
    names: connection.prepare('DELETE FROM names WHERE rowid = ?'),
    bodies: connection.prepare('DELETE FROM bodies WHERE rowid = ?'),
  }
  const deleteShingles = connection.prepare('DELETE FROM shingles WHERE rowid = ?')
  const deletePassages = connection.prepare('DELETE FROM passages WHERE source = ?')
  const deleteSource = connection.prepare('DELETE FROM sources WHERE id = ?')
  const columns = `passages.id, passages.kind, passages.text, passages.initials, sources.kind AS source, sources.ref,
    sources.meeting_id AS meetingId, sources.title, sources.updated,
    (SELECT title FROM sources AS m WHERE m.kind = 'meeting' AND m.ref = sources.meeting_id) AS meetingTitle`
  const joined = 'JOIN passages ON passages.id = hit.rowid JOIN sources ON sources.id = passages.source'
  const find = (table: 'names' | 'bodies') =>
    connection.prepare<[string, number, number], Omit<Found, 'kind'> & { kind: number }>(
      `SELECT ${columns} FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?)
       AS hit ${joined} ORDER BY passages.id DESC`,
    )
  const finds = { names: find('names'), bodies: find('bodies') }
  const selectShingle = connection
    .prepare<[string, number], number>('SELECT rowid FROM shingles WHERE shingles MATCH ? ORDER BY rowid DESC LIMIT ?')
    .pluck()
  const selectPassage = connection.prepare<[number], Omit<Found, 'kind'> & { kind: number }>(
    `SELECT ${columns} FROM passages JOIN sources ON sources.id = passages.source WHERE passages.id = ?`,
  )
  const whole = (row: Omit<Found, 'kind'> & { kind: number }): Found => ({
    ...row,
    kind: KINDS[row.kind] ?? 'paragraph',
  })
  const tableOf = (kind: PassageKind) => (NAMES.has(kind) ? 'names' : 'bodies')

  const drop = (kind: string, ref: string): void => {
    const source = selectSource.get(kind, ref)
    if (!source) return
    for (const { id, kind: number } of selectPassages.all(source.id)) {
      const table = tableOf(KINDS[number] ?? 'paragraph')
      deleteWords[table].run(id)
      if (table === 'bodies') deleteShingles.run(id)
    }
    deletePassages.run(source.id)
    deleteSource.run(source.id)
  }

  return {
    /** What is indexed, and as of when; keys are kind and ref with a space between. */
    stamps: () => new Map(selectStamps.all().map(({ key, stamp }) => [key, stamp])),
    /** Puts sources in place of what was known of them, the last on top, all or none. */
    replace: connection.transaction((sources: readonly IndexedSource[]) => {
      for (const { passages, ...head } of sources) {
        drop(head.kind, head.ref)
        const source = insertSource.run(head).lastInsertRowid
        for (const { kind, text, initials } of passages) {
          const id = insertPassage.run(source, KINDS.indexOf(kind), text, initials).lastInsertRowid
          const table = tableOf(kind)
          insertWords[table].run(id, initials ? `${pairs(text)} ${pairs(initials)}` : pairs(text))
          if (table === 'names' || kind === 'problem') continue
          const hashes = fingerprints(lettersOf(text).letters).map(({ hash }) => hash.toString(36))
          if (hashes.length > 0) insertShingles.run(id, hashes.join(' '))
        }
      }
    }),
    remove: connection.transaction((keys: readonly string[]) => {
      for (const key of keys) {
        const [kind = '', ref = ''] = key.split(' ')
        drop(kind, ref)
      }
    }),
    /** The newest passages that hold every word of the query, at most `limit`. */
    find(table: 'names' | 'bodies', query: string, limit: number): Found[] {
      const expression = matchExpression(query)
      if (expression === null) return []
      const terms = queryTerms(query)
      const found: Found[] = []
      // Marks between words are not indexed, so a few passages may turn out not to hold what was typed.
      for (let offset = 0; found.length < limit && offset < 20 * limit; offset += limit) {
        const rows = finds[table].all(expression, limit, offset)
        found.push(...rows.map(whole).filter((row) => holdsTerms(terms, row)))
        if (rows.length < limit) break
      }
      // Papers are read again when their meeting changes; by then they are the newest here, and by their time they are not.
      return found.slice(0, limit).sort((a, b) => (a.updated === b.updated ? 0 : a.updated < b.updated ? 1 : -1))
    },
    /** Ids of the newest passages that have this shingle. */
    withShingle: (hash: number, limit: number): number[] => selectShingle.all(hash.toString(36), limit),
    passage(id: number): Found | null {
      const row = selectPassage.get(id)
      return row ? whole(row) : null
    },
    close: () => connection.close(),
  }
}
