import Database from 'better-sqlite3'
import type { Connection } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { allMigrations } from '../migrations/all-migrations.ts'
import type { Value } from './rows.ts'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

/** What a row of a table looks like, and where the table begins in a library that has never been rebuilt. */
export interface TableShape {
  name: string
  columns: Column[]
  root: number
  /** Column → the table its values are ids of. */
  references: { table: string; from: string }[]
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const TIME = /^\d{4}-\d{2}-\d{2}T/
const TIME_COLUMNS = new Set(['created', 'updated', 'removed', 'written'])

/** The tables whose rows have an id, as the present program makes them. */
export function tableShapes(): TableShape[] {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh, allMigrations)
    return readShapes(fresh)
  } finally {
    fresh.close()
  }
}

function readShapes(connection: Connection): TableShape[] {
  const tables = connection
    .prepare<[], { name: string; root: number }>(
      "SELECT name, rootpage AS root FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .all()
  return tables
    .map(({ name, root }) => ({
      name,
      root,
      columns: connection.pragma(`table_info(${JSON.stringify(name)})`) as Column[],
      references: connection.pragma(`foreign_key_list(${JSON.stringify(name)})`) as TableShape['references'],
    }))
    .filter(({ columns }) => columns[0]?.name === 'id')
}

/** A row as the table's columns; null when it cannot be a row of it. Columns of later versions are left to defaults. */
export function asRow({ columns, references }: TableShape, values: readonly Value[]): Record<string, Value> | null {
  if (values.length > columns.length) return null
  const ids = new Set(['id', ...references.map(({ from }) => from)])
  const row: Record<string, Value> = {}
  for (const [index, value] of values.entries()) {
    const column = columns[index]
    if (!column || !fits(column, value)) return null
    if (typeof value === 'string' && ids.has(column.name) && !ID.test(value)) return null
    if (typeof value === 'string' && TIME_COLUMNS.has(column.name) && !TIME.test(value)) return null
    row[column.name] = value
  }
  return 'revision' in row || columns.every(({ name }) => name !== 'revision') ? row : null
}

function fits({ type, notnull, pk }: Column, value: Value): boolean {
  if (value === null) return notnull === 0 && pk === 0
  if (type === 'TEXT') return typeof value === 'string'
  if (type === 'INTEGER') return Number.isInteger(value)
  if (type === 'REAL') return typeof value === 'number'
  return type === 'BLOB' ? Buffer.isBuffer(value) : true
}
