import { parentOf, type Row, type State, sameRow, sameTable, type Table, tableOf } from './state.ts'
import { mergeValue, type Value } from './value.ts'

/**
 * Three-way merge of a meeting: what only one side changed is taken, what both changed is put together or kept side by
 * side. Symmetric in `a` and `b`; merging the same again changes nothing.
 * @param base the common version; empty when there is none
 */
export function mergeStates(base: State, a: State, b: State): State {
  const [left, right] = sameNames(base, a, b)
  const tables: Record<string, Table> = {}
  const names = [...new Set([base, left, right].flatMap(({ tables: all }) => Object.keys(all)))].sort()
  // What others belong to comes first: whether it stays decides whether they do.
  const ordered = [...names.filter((name) => !parentOf(name)), ...names.filter((name) => parentOf(name))]
  for (const name of ordered) {
    const three = [base, left, right].map((state) => tableOf(state, name)) as [Table, Table, Table]
    tables[name] = parentOf(name)
      ? mergeChildren(name, three, [base, left, right], tables)
      : mergeTable(three, (id) => belongings(name, id, [base, left, right]))
  }
  return { tables: Object.fromEntries(Object.entries(tables).filter(([, table]) => Object.keys(table).length > 0)) }
}

type Three<T> = readonly [base: T, a: T, b: T]

/** Whether what belongs to a row was changed by a side. */
type Belongings = (id: string) => { isChangedInA: boolean; isChangedInB: boolean }

function belongings(table: string, id: string, [base, a, b]: Three<State>): ReturnType<Belongings> {
  const names = Object.keys({ ...base.tables, ...a.tables, ...b.tables }).filter((name) => {
    const parent = parentOf(name)
    return parent?.table === table && parent.id === id
  })
  const isChanged = (side: State) => names.some((name) => !sameTable(tableOf(base, name), tableOf(side, name)))
  return { isChangedInA: isChanged(a), isChangedInB: isChanged(b) }
}

function mergeTable([base, a, b]: Three<Table>, belongingsOf: Belongings): Table {
  const merged: Record<string, Row> = {}
  for (const id of new Set([...Object.keys(base), ...Object.keys(a), ...Object.keys(b)])) {
    const row = mergeRow([base[id], a[id], b[id]], () => belongingsOf(id))
    if (row) merged[id] = row
  }
  return merged
}

function mergeRow([base, a, b]: Three<Row | undefined>, changed: () => ReturnType<Belongings>): Row | null {
  if (a && b) return mergeRows(base, a, b)
  const left = a ?? b
  if (!left) return null
  if (!base) return left
  const isChanged = !sameRow(base, left) || (a ? changed().isChangedInA : changed().isChangedInB)
  return isChanged ? { ...left, isDropped: true } : null
}

function mergeRows(base: Row | undefined, a: Row, b: Row): Row {
  const fields: Record<string, Value> = {}
  for (const name of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const [ofA, ofB] = [a.fields[name], b.fields[name]]
    const value = ofA !== undefined && ofB !== undefined ? mergeValue(base?.fields[name], ofA, ofB) : (ofA ?? ofB)
    if (value !== undefined) fields[name] = value
  }
  const isDropped = pick(base?.isDropped === true, a.isDropped === true, b.isDropped === true)
  return { position: pick(base?.position, a.position, b.position), fields, ...(isDropped ? { isDropped } : {}) }
}

/** Of two changes of what can only be one thing, and about which nobody would want to be asked, the greater. */
function pick<T extends string | boolean>(base: T | undefined, a: T, b: T): T {
  if (a === b || b === base) return a
  if (a === base) return b
  return a > b ? a : b
}

/** What belongs to a row goes and stays with it. */
function mergeChildren(
  name: string,
  three: Three<Table>,
  [, a, b]: Three<State>,
  merged: Readonly<Record<string, Table>>,
): Table {
  const parent = parentOf(name)
  if (!parent || !merged[parent.table]?.[parent.id]) return {}
  if (!tableOf(a, parent.table)[parent.id]) return three[2]
  if (!tableOf(b, parent.table)[parent.id]) return three[1]
  return mergeTable(three, () => ({ isChangedInA: false, isChangedInB: false }))
}

/** Fields by which somebody, or something, is known who was put in on both sides. */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  people: ['name'],
  agenda: ['action', 'speaker'],
  rungs: ['role', 'title', 'unit', 'person'],
}

/** Two secretaries who put in the same person each get one row: both are given the smaller name. */
function sameNames(base: State, a: State, b: State): [State, State] {
  let [left, right] = [a, b]
  for (const [table, fields] of Object.entries(KNOWN_BY)) {
    const key = ({ fields: values }: Row) => JSON.stringify(fields.map((name) => values[name]))
    const isNew = (id: string) => !tableOf(base, table)[id]
    const ofB = new Map(
      Object.entries(tableOf(b, table)).flatMap(([id, row]) =>
        isNew(id) && !tableOf(a, table)[id] ? [[key(row), id] as const] : [],
      ),
    )
    for (const [id, row] of Object.entries(tableOf(a, table))) {
      const twin = isNew(id) && !tableOf(b, table)[id] ? ofB.get(key(row)) : undefined
      if (twin === undefined) continue
      ofB.delete(key(row))
      if (twin < id) left = renamed(left, table, id, twin)
      else right = renamed(right, table, twin, id)
    }
  }
  return [left, right]
}

function renamed(state: State, table: string, from: string, to: string): State {
  const { [from]: row, ...others } = tableOf(state, table)
  return row ? { tables: { ...state.tables, [table]: { ...others, [to]: row } } } : state
}
