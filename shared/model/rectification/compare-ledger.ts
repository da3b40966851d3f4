import { formatDate } from '../../text/dates.ts'
import { type LedgerChange, MEASURE_FIELDS, PROBLEM_FIELDS } from './change.ts'
import type { Ledger, Measure, Problem } from './ledger.ts'
import type { ReadTable, RowPlace } from './ledger-table.ts'
import { matchMeasures, matchProblems } from './match-rows.ts'

type SingleChange = Extract<LedgerChange, { kind: 'several' }>['changes'][number]

/** One field that differs, as it reads. */
export interface FieldDifference {
  name: string
  /** As it was exported; null where that is not known. */
  base: string | null
  here: string
  file: string
}

/**
 * new: the ledger does not have it; changed: the table has another text; conflict: changed here as well since the
 * export, or taken out here; refused: what may not be changed by a table; missing: the table does not have it.
 */
export type ReturnedState = 'new' | 'changed' | 'conflict' | 'refused' | 'missing'

/** One row of the confirmation, to be taken over or not. */
export interface ReturnedRow {
  id: string
  state: ReturnedState
  /** In the file, from 1; null for what it does not have. */
  row: number | null
  /** 第3个问题 措施2 */
  title: string
  text: string
  fields: FieldDifference[]
  /** Why it is refused or missing; else ''. */
  reason: string
  changes: SingleChange[]
}

export interface Comparison {
  rows: ReturnedRow[]
  /** Problems and measures in which nothing is to be changed. */
  same: number
  /** Rows that were known by the ledger; 0: nothing in the table has to do with it. */
  known: number
}

export interface ComparisonInput {
  table: Pick<ReadTable, 'problems' | 'measures' | 'places' | 'columns'>
  /** The ledger as each export gave it, by token. */
  exported: ReadonlyMap<string, Ledger>
  ledger: Ledger
  newId(): string
}

export const CLOSED = '已经销号，不能再改。确有需要的，先在台账里“重新启动整改”并写明理由。'
const CLOSING = '销号的环节要在台账里逐步办，表里写的不采用。'
const NEW_HERE = '导出以后在这里新加的，保留。'
const REMOVED_HERE = '导出以后在这里移走了；采用就是放回来。'

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** A field as it reads, the same for what means the same. */
function reading(value: unknown, key: string): string {
  if (key === 'closing')
    return (value as Problem['closing']).map(({ step, name, date }) => `${step} ${name} ${formatDate(date)}`).join('；')
  if (Array.isArray(value)) return [...value].sort().join('、')
  if (key === 'deadline') return typeof value === 'string' ? formatDate(value) : ''
  return plain(String(value ?? ''))
}

type Fields = Record<string, unknown>

interface Sorted {
  changed: { key: string; difference: FieldDifference }[]
  conflicts: { key: string; difference: FieldDifference }[]
}

/**
 * What the table says otherwise. What was only changed here is no difference: the table did not touch it. Where it is
 * not known what the table began with, an empty cell says nothing.
 */
function sortFields(names: Record<string, string>, file: Fields, here: Fields, base: Fields | null): Sorted {
  const sorted: Sorted = { changed: [], conflicts: [] }
  for (const [key, name] of Object.entries(names)) {
    const [own, theirs] = [reading(here[key], key), reading(file[key], key)]
    const was = base && reading(base[key], key)
    if (own === theirs || was === theirs || (was === null && theirs === '')) continue
    const difference = { name, base: was, here: own, file: theirs }
    if (was !== null && was !== own) sorted.conflicts.push({ key, difference })
    else sorted.changed.push({ key, difference })
  }
  return sorted
}

const pick = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.map((key) => [key, fields[key]]))

/** Names of the fields that the table has a column for. */
function namesOf(all: Record<string, string>, of: 'problem' | 'measure', columns: readonly string[]) {
  return Object.fromEntries(Object.entries(all).filter(([key]) => columns.includes(`${of}.${key}`)))
}

interface Fixed {
  title: string
  row: number
  text: string
  isClosed: boolean
  edit(keys: readonly string[]): SingleChange
}

/** The rows of the confirmation for one row of the table. */
function differenceRows(sorted: Sorted, { title, row, text, isClosed, edit }: Fixed): ReturnedRow[] {
  const { changed, conflicts } = sorted
  const of = (list: Sorted['changed'], state: ReturnedState, more: Partial<ReturnedRow>): ReturnedRow => ({
    id: `${row} ${title} ${state} ${list.map(({ key }) => key).join()}`,
    state,
    row,
    title,
    text,
    fields: list.map(({ difference }) => difference),
    reason: '',
    changes: [],
    ...more,
  })
  if (isClosed) {
    const all = [...changed, ...conflicts]
    return all.length > 0 ? [of(all, 'refused', { reason: CLOSED })] : []
  }
  const closing = changed.concat(conflicts).filter(({ key }) => key === 'closing')
  const others = changed.filter(({ key }) => key !== 'closing')
  return [
    ...(others.length > 0 ? [of(others, 'changed', { changes: [edit(others.map(({ key }) => key))] })] : []),
    ...conflicts
      .filter(({ key }) => key !== 'closing')
      .map((one) => of([one], 'conflict', { changes: [edit([one.key])] })),
    ...(closing.length > 0 ? [of(closing, 'refused', { reason: CLOSING })] : []),
  ]
}

/**
 * What a table that came back means for the ledger: row by row what is new, what differs and in which fields, what was
 * changed in both places since the export, what may not be changed, and what the table does not have. Changes nothing.
 */
export function compareLedger({ table, exported, ledger, newId }: ComparisonInput): Comparison {
  const rows: ReturnedRow[] = []
  const matched = matchProblems(table, exported, ledger)
  const names = {
    problem: {
      ...namesOf(PROBLEM_FIELDS, 'problem', table.columns),
      ...namesOf({ closing: '销号审核' }, 'problem', table.columns),
    },
    measure: namesOf(MEASURE_FIELDS, 'measure', table.columns),
  }
  const wereExported = new Set(
    [...exported.values()].flatMap((all) => all.flatMap(({ id, measures }) => [id, ...measures.map((one) => one.id)])),
  )
  const missing = ({ id, text }: Problem | Measure, title: string): ReturnedRow => {
    const reason = wereExported.size > 0 && !wereExported.has(id) ? NEW_HERE : '表里没有，台账里保留。'
    return { id: `missing ${id}`, state: 'missing', row: null, title, text, fields: [], reason, changes: [] }
  }
  const numbers = new Map(ledger.map(({ id }, index) => [id, index + 1]))
  const hasMeasures = table.columns.includes('measure.text')
  let same = 0
  const push = (found: readonly ReturnedRow[]) => {
    if (found.length === 0) same += 1
    rows.push(...found)
  }

  for (const { read, measures, places, place, here, base } of matched) {
    if (!here) {
      rows.push(newProblem(read, measures, place, base, newId))
      continue
    }
    const title = `第${numbers.get(here.id)}个问题`
    const { id, isClosed, text } = here
    push(
      differenceRows(sortFields(names.problem, read, here, base), {
        title,
        row: place.row,
        text,
        isClosed,
        edit: (keys) => ({ kind: 'edit-problem', id, fields: pick(read, keys) }),
      }),
    )
    const pairs = matchMeasures({ measures, places, exported, here, base })
    for (const pair of pairs) {
      if (!pair.here) {
        rows.push(newMeasure(pair, here, title, newId))
        continue
      }
      const { read: measure, here: own } = pair
      // A table without a column of kinds says them, if at all, in the column of the deadline.
      const known = measure.types.length > 0 ? { ...names.measure, types: MEASURE_FIELDS.types } : names.measure
      push(
        differenceRows(sortFields(known, measure, own, pair.base), {
          title: `${title} 措施${here.measures.indexOf(own) + 1}`,
          row: pair.place.row,
          text: own.text,
          isClosed,
          edit: (keys) => ({ kind: 'edit-measure', id, measureId: own.id, fields: pick(measure, keys) }),
        }),
      )
    }
    const seen = new Set(pairs.flatMap((pair) => (pair.here ? [pair.here.id] : [])))
    here.measures.forEach((measure, at) => {
      if (hasMeasures && !seen.has(measure.id)) rows.push(missing(measure, `${title} 措施${at + 1}`))
    })
  }

  const found = new Set(matched.flatMap(({ here }) => (here ? [here.id] : [])))
  ledger.forEach((problem, index) => {
    if (!found.has(problem.id)) rows.push(missing(problem, `第${index + 1}个问题`))
  })
  return { rows, same, known: found.size }
}

function newProblem(
  read: ReadTable['problems'][number],
  measures: readonly Omit<Measure, 'id'>[],
  place: RowPlace,
  base: Problem | null,
  newId: () => string,
): ReturnedRow {
  const problem = {
    ...read,
    id: base?.id ?? newId(),
    measures: measures.map((measure) => ({ ...measure, id: newId() })),
  }
  return {
    id: `new ${place.row}`,
    state: base ? 'conflict' : 'new',
    row: place.row,
    title: base ? '移走了的问题' : '新问题',
    text: read.text,
    fields: [],
    reason: base ? REMOVED_HERE : `${read.category || '没有分类'}，${measures.length}条措施`,
    changes: [{ kind: 'add-problems', problems: [problem] }],
  }
}

function newMeasure(
  { read, place, base }: { read: Omit<Measure, 'id'>; place: RowPlace; base: Measure | null },
  { id, isClosed }: Problem,
  title: string,
  newId: () => string,
): ReturnedRow {
  const row = { id: `new ${place.row}`, row: place.row, title: `${title} 新措施`, text: read.text, fields: [] }
  if (isClosed) return { ...row, state: 'refused', reason: CLOSED, changes: [] }
  const measure = { ...read, id: base?.id ?? newId() }
  return {
    ...row,
    state: base ? 'conflict' : 'new',
    title: base ? `${title} 移走了的措施` : row.title,
    reason: base ? REMOVED_HERE : '',
    changes: [{ kind: 'add-measure', id, measure }],
  }
}
