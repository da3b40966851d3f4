import { paperSchema } from '../model/schema.ts'
import { type Here, pathOf, textHere } from './here.ts'
import { readParagraph } from './merge-paragraphs.ts'
import { byPosition, place } from './positions.ts'
import { shortHash } from './short-hash.ts'
import { parentOf, type Row, RUNNING, shownValue, tableOf } from './state.ts'
import type { Value } from './value.ts'

/** A place where two sides changed the same in ways that do not go together. */
export interface Open {
  /** `table/row/field`, or `table/row` where one took away what another changed. */
  id: string
  table: string
  row: string
  /** Null where the row itself is in question. */
  field: string | null
  /** The text that is shown; of a row in question what it is known by. */
  ours: string
  /** The others; none for a row in question. */
  theirs: readonly string[]
  canKeepBoth: boolean
}

const isParagraph = (table: string, section: Value | undefined): boolean =>
  table.startsWith('blocks:') && section !== 'title' && section !== 'salutation'

/** The field a row is known by. */
const KNOWN_BY = ['node', 'text', 'name', 'value', 'action', 'title']

/** Everything that is still to be decided; paragraphs in the order of their paper. */
export function openPlaces(here: Here): Open[] {
  return Object.keys(here.state.tables)
    .sort()
    .flatMap((table) => {
      const rows = Object.entries(tableOf(here.state, table)).map(([id, row]) => ({ id, ...row }))
      return byPosition(rows).flatMap(({ id, ...row }) => openOfRow(here, table, id, row))
    })
}

function openOfRow(here: Here, table: string, id: string, { fields, isDropped }: Row): Open[] {
  const open = Object.entries(fields).flatMap(([field, value]): Open[] => {
    if (typeof value === 'string' || !shownValue(table, field, value).isOpen) return []
    const ours = textHere(here, table, id, field, value)
    const theirs = value.variants.filter((one) => one !== ours)
    const canKeepBoth = field === 'node' ? isParagraph(table, fields.section) : RUNNING.has(field)
    return [{ id: pathOf(table, id, field), table, row: id, field, ours, theirs, canKeepBoth }]
  })
  if (!isDropped) return open
  const known = KNOWN_BY.find((field) => fields[field] !== undefined) ?? ''
  const ours = textHere(here, table, id, known, fields[known] ?? '')
  return [{ id: `${table}/${id}`, table, row: id, field: null, ours, theirs: [], canKeepBoth: false }, ...open]
}

export type Decision = { keep: 'ours' | 'theirs' | 'both'; index: number }

/** What is known here once a place is decided. For a row in question, ours keeps it and theirs takes it away. */
export function decide(here: Here, place: Open, { keep, index }: Decision): Here {
  const table = { ...tableOf(here.state, place.table) }
  const row = table[place.row]
  if (!row) return here
  const chosen = place.theirs[index] ?? place.ours
  if (place.field === null) {
    const { isDropped: _dropped, ...kept } = row
    if (keep === 'theirs') return withoutRow(here, place)
    table[place.row] = kept
  } else if (keep === 'both' && place.field === 'node') {
    table[place.row] = { ...row, fields: { ...row.fields, node: place.ours } }
    Object.assign(table, besides(place, table, place.theirs))
  } else {
    const text = keep === 'both' ? [place.ours, ...place.theirs].join('\n') : keep === 'theirs' ? chosen : place.ours
    table[place.row] = { ...row, fields: { ...row.fields, [place.field]: text } }
  }
  const { [place.id]: _decided, ...shown } = here.shown
  return { state: { tables: { ...here.state.tables, [place.table]: table } }, shown }
}

function withoutRow(here: Here, { table, row }: Open): Here {
  const kept = Object.entries(here.state.tables).filter(([name]) => {
    const parent = parentOf(name)
    return !(parent?.table === table && parent.id === row)
  })
  const { [row]: _gone, ...rows } = tableOf(here.state, table)
  return { ...here, state: { tables: { ...Object.fromEntries(kept), [table]: rows } } }
}

/** The other texts as paragraphs of their own, right behind the one that is shown. */
function besides({ row: id }: Open, table: Record<string, Row>, texts: readonly string[]): Record<string, Row> {
  const own = table[id]
  if (!own) return {}
  const section = own.fields.section ?? 'body'
  const inSection = Object.entries(table)
    .filter(([, { fields }]) => fields.section === section)
    .map(([name, { position }]) => ({ id: name, position }))
  const order = byPosition(inSection).map(({ id: name }) => name)
  const names = texts.map((text) => shortHash(`${id}\nboth\n${text}`))
  order.splice(order.indexOf(id) + 1, 0, ...names)
  const positions = place(order, new Map(inSection.map(({ id: name, position }) => [name, position])))
  return Object.fromEntries(
    order.flatMap((name): [string, Row][] => {
      const position = positions.get(name) ?? ''
      const at = names.indexOf(name)
      const old = table[name]
      if (at < 0) return old ? [[name, { ...old, position }]] : []
      return [[name, { position, fields: { section, node: alone(texts[at] ?? '') } }]]
    }),
  )
}

/** Remarks stay with the paragraph that is shown. */
function alone(text: string): string {
  const node = readParagraph(text)
  return JSON.stringify(paperSchema.node(node.type, { ...node.attrs, remarks: null }, node.content).toJSON())
}
