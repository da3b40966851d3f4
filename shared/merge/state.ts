import { z } from 'zod'
import { mergeParagraphs } from './merge-paragraphs.ts'
import { mergeWords, wordsOf } from './merge-words.ts'
import { POSITION } from './positions.ts'
import { sameValue, type Value } from './value.ts'

/** One thing of a meeting: a paragraph, somebody of the roster, a problem. */
export interface Row {
  /** Its place among the others, see positions.ts. */
  position: string
  fields: Readonly<Record<string, Value>>
  /** One took it away while another changed it; it stays until somebody decides. */
  isDropped?: true
}

/**
 * A meeting as it is merged. Names of tables: those of {@link TABLES}, and for what belongs to a paper or a problem
 * `blocks:<paper>`, `decisions:<paper>`, `measures:<problem>`.
 */
export interface State {
  tables: Readonly<Record<string, Readonly<Record<string, Row>>>>
}

export type Table = Readonly<Record<string, Row>>

export const TABLES = [
  'meeting',
  'facts',
  'people',
  'papers',
  'waivers',
  'problems',
  'agenda',
  'rungs',
  'departed',
] as const
/** What belongs to a row of another table. */
export const PARENTS: Readonly<Record<string, 'papers' | 'problems'>> = {
  blocks: 'papers',
  decisions: 'papers',
  measures: 'problems',
}

const longText = z.string().max(2_000_000)
const rowId = z.string().regex(/^[^\p{Cc}/]{1,120}$/u)
const value = z.union([
  longText,
  z.strictObject({ base: longText.nullable(), variants: z.array(longText).min(2).max(50) }),
])
const rowSchema = z.strictObject({
  position: z.union([z.literal(''), z.string().regex(POSITION)]),
  fields: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), value),
  isDropped: z.literal(true).optional(),
})
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const TABLE_NAME = new RegExp(`^(?:${TABLES.join('|')}|(?:${Object.keys(PARENTS).join('|')}):${uuid})$`)

export const stateSchema = z.strictObject({
  tables: z.record(z.string().regex(TABLE_NAME), z.record(rowId, rowSchema)),
})

export const emptyState: State = { tables: {} }

export const tableOf = (state: State, name: string): Table => state.tables[name] ?? {}

/** `measures:<id>` → the table and row it belongs to; null for a table that stands by itself. */
export function parentOf(table: string): { table: string; id: string } | null {
  const [kind = '', id] = table.split(':')
  const parent = PARENTS[kind]
  return parent && id !== undefined ? { table: parent, id } : null
}

/** Fields that are running text, where changes in different places go together. The others are one thing. */
export const RUNNING: ReadonlySet<string> = new Set([
  'text',
  'cause',
  'similar',
  'note',
  'goal',
  'progress',
  'evidence',
  'rulesMade',
  'duty',
])

/**
 * What a field says now.
 * @returns isOpen where its variants do not go together; `text` is then the first of them
 */
export function shownValue(table: string, field: string, value: Value): { text: string; isOpen: boolean } {
  if (typeof value === 'string') return { text: value, isOpen: false }
  const text = merged(table, field, value.base, value.variants)
  return text === null ? { text: value.variants[0] ?? '', isOpen: true } : { text, isOpen: false }
}

function merged(table: string, field: string, base: string | null, variants: readonly string[]): string | null {
  if (base === null) return null
  if (table.startsWith('blocks:') && field === 'node') return mergeParagraphs(base, variants)
  if (!RUNNING.has(field)) return null
  return mergeWords(wordsOf(base), variants.map(wordsOf))?.join('') ?? null
}

export function sameFields(a: Row, b: Row): boolean {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])
  return a.isDropped === b.isDropped && [...names].every((name) => sameValue(a.fields[name], b.fields[name]))
}

export const sameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.position === b.position && sameFields(a, b))

export function sameTable(a: Table, b: Table): boolean {
  const ids = Object.keys(a)
  return ids.length === Object.keys(b).length && ids.every((id) => sameRow(a[id], b[id]))
}

/** Equal states give equal texts. */
export function canonicalState({ tables }: State): string {
  const filled = Object.entries(tables).filter(([, table]) => Object.keys(table).length > 0)
  return JSON.stringify({ tables: sorted(Object.fromEntries(filled)) })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}
