import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { Clock } from './row.ts'

export interface MeetingsToCopy {
  /** A library of the present version, see makeReadable. */
  source: string
  meetingIds: readonly string[]
  /** The title a copied meeting gets. */
  titled(title: string): string
}

interface Reference {
  table: string
  from: string
}

type Values = Record<string, unknown>

const ROOT = 'meetings'
/** Worked out again where it is missing; the others name papers and problems by ids that a copy does not have. */
const LEFT_BEHIND = new Set(['paper_progress', 'removed_ledger_rows', 'ledger_exports', 'transfer_states'])
/** Columns that name a row which may be gone, and so are no foreign keys. */
const LOOSE: Readonly<Record<string, Reference>> = { ledger_history: { from: 'problem_id', table: 'problems' } }

/**
 * Copies meetings of another library with all that belongs to them, under new ids. What belongs to them is read from
 * the foreign keys, so a table that is added later is copied too.
 * @throws SqliteError; nothing is copied then
 */
export function copyMeetings(connection: Connection, clock: Clock, order: MeetingsToCopy): string[] {
  connection.prepare('ATTACH ? AS source').run(order.source)
  try {
    return connection.transaction(() => copyAll(connection, clock, order)).immediate()
  } finally {
    connection.exec('DETACH source')
  }
}

function copyAll(connection: Connection, clock: Clock, { meetingIds, titled }: MeetingsToCopy): string[] {
  const now = clock().toISOString()
  const newIds = new Map<string, Map<string, string>>()
  const copy = (table: string, old: Values, changes: Values) => {
    const row: Values = { ...old, ...changes, id: randomUUID() }
    const names = Object.keys(row)
    const places = names.map((name) => `@${name}`)
    connection.prepare(`INSERT INTO main.${table} (${names.join(', ')}) VALUES (${places.join(', ')})`).run(row)
    const ofTable = newIds.get(table) ?? new Map<string, string>()
    newIds.set(table, ofTable.set(String(old.id), String(row.id)))
    return String(row.id)
  }

  const select = connection.prepare<[string], Values>(`SELECT * FROM source.${ROOT} WHERE id = ?`)
  const copied = meetingIds.flatMap((id) => {
    const meeting = select.get(id)
    if (!meeting) return []
    const title = titled(String(meeting.title))
    return [copy(ROOT, meeting, { title, sample: 0, removed: null, updated: now })]
  })
  for (const { table, references } of dependants(connection)) {
    const known = references.filter((reference) => reference.table !== table)
    const where = known.map(({ from }) => `${from} IN (SELECT value FROM json_each(?))`).join(' OR ')
    const ids = known.map((reference) => JSON.stringify([...(newIds.get(reference.table)?.keys() ?? [])]))
    const rows = connection.prepare<string[], Values>(`SELECT * FROM source.${table} WHERE ${where} ORDER BY rowid`)
    for (const row of rows.all(...ids)) {
      const changes = references.map((reference): [string, string | null] => [
        reference.from,
        newIds.get(reference.table)?.get(String(row[reference.from])) ?? null,
      ])
      const loose = LOOSE[table]
      const other = loose && newIds.get(loose.table)?.get(String(row[loose.from]))
      if (loose && other) changes.push([loose.from, other])
      copy(table, row, Object.fromEntries(changes))
    }
  }
  return copied
}

/** The tables that belong to meetings, each behind those it refers to. */
function dependants(connection: Connection): { table: string; references: Reference[] }[] {
  const names = connection
    .prepare<[], { name: string }>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all()
  const found: { table: string; references: Reference[] }[] = []
  const reached = new Set([ROOT])
  for (let more = true; more; ) {
    more = false
    for (const { name } of names) {
      if (reached.has(name) || LEFT_BEHIND.has(name)) continue
      const keys = connection.pragma(`main.foreign_key_list(${JSON.stringify(name)})`) as Reference[]
      const others = keys.filter(({ table }) => table !== name)
      const loose = LOOSE[name]
      if (others.length === 0 || !others.every(({ table }) => reached.has(table))) continue
      if (loose && !reached.has(loose.table)) continue
      found.push({ table: name, references: keys })
      reached.add(name)
      more = true
    }
  }
  return found
}
