import type { IsoDate } from '../../text/dates.ts'
import { readDate, readDeadline } from './deadlines.ts'
import { emptyMeasure, emptyProblem, type Measure, type Problem } from './ledger.ts'
import { columnLetters, LEDGER_COLUMNS, type LedgerColumn, ROLL_COLUMNS } from './ledger-columns.ts'
import type { OfficeRules } from './office-rules.ts'
import { readRowCode } from './row-code.ts'

/** A table as it came: rows of cells, merged ones already repeated in every place they cover. */
export interface TableCell {
  text: string
  /** Belongs to the merged cell that begins in a row above. */
  isContinued: boolean
}
export type Table = readonly (readonly TableCell[])[]

/** Something in the table that cannot be taken, with its place as the user sees it. */
export interface TableProblem {
  row: number
  column: string
  message: string
}

/** Where a row stands, from 1 as in the file, and the 核对编号 written in it; '' without one. */
export interface RowPlace {
  row: number
  code: string
}

export interface ReadTable {
  problems: Omit<Problem, 'id' | 'measures'>[]
  measures: Omit<Measure, 'id'>[][]
  /** Of each problem its first row with the 序号 in it, and the rows of its measures. */
  places: (RowPlace & { number: string; measures: RowPlace[] })[]
  /** Which columns the table has: problem.text, measure.owner. What is not among them was not said at all. */
  columns: string[]
  faults: TableProblem[]
  notes: string[]
}

/** What columns can hold, in characters; as the ledger itself. */
const SHORT = 200
const LONG = 4000
const SHORT_COLUMNS = new Set([
  'category',
  'subcategory',
  'claimedBy',
  'leader',
  'owner',
  'leadUnit',
  'cooperatingUnits',
])
const PROBLEM_TEXTS = ['text', 'category', 'subcategory', 'cause', 'claimedBy', 'similar', 'note', 'source'] as const
const MEASURE_TEXTS = [
  'text',
  'goal',
  'leader',
  'owner',
  'leadUnit',
  'cooperatingUnits',
  'progress',
  'evidence',
  'rulesMade',
] as const

const bare = (text: string): string => text.replace(/[\s　（）()：:]/g, '').replace(/可加行|可多条/g, '')

/** The heading row: the one within the first rows that names most columns, at least the problem or the measure. */
export function findHeader(table: Table): { at: number; columns: (LedgerColumn | null)[] } | null {
  let best: { at: number; columns: (LedgerColumn | null)[]; score: number } | null = null
  table.slice(0, 15).forEach((row, at) => {
    const taken = new Set<LedgerColumn>()
    const columns = row.map(({ text }) => {
      const name = bare(text)
      if (name === '' || name.length > 14) return null
      const found =
        LEDGER_COLUMNS.find((column) => !taken.has(column) && column.title === name) ??
        LEDGER_COLUMNS.find((column) => !taken.has(column) && column.aliases.includes(name))
      if (found) taken.add(found)
      return found ?? null
    })
    const names = (of: 'problem' | 'measure') => [...taken].some((column) => column.id === 'text' && column.of === of)
    const score = names('problem') || names('measure') ? taken.size : 0
    if (score >= 2 && score > (best?.score ?? 0)) best = { at, columns, score }
  })
  return best
}

/** One row under the heading, its cells by column. */
class Row {
  readonly cells: ReadonlyMap<LedgerColumn, TableCell>
  private readonly fault: (column: LedgerColumn, message: string) => void

  constructor(cells: ReadonlyMap<LedgerColumn, TableCell>, fault: (column: LedgerColumn, message: string) => void) {
    this.cells = cells
    this.fault = fault
  }
  column(of: 'problem' | 'measure', id: LedgerColumn['id']): LedgerColumn | undefined {
    return [...this.cells.keys()].find((column) => column.of === of && column.id === id)
  }
  cell(of: 'problem' | 'measure', id: LedgerColumn['id']): TableCell | undefined {
    const column = this.column(of, id)
    return column && this.cells.get(column)
  }
  value(of: 'problem' | 'measure', id: LedgerColumn['id']): string {
    return this.cell(of, id)?.text.trim() ?? ''
  }
  /** A text as the ledger can hold it; one that is too long is a fault. */
  text(of: 'problem' | 'measure', id: LedgerColumn['id']): string {
    const text = this.value(of, id)
    const most = SHORT_COLUMNS.has(id) ? SHORT : LONG
    if (text.length > most) this.complain(of, id, `太长，最多 ${most} 字。`)
    return text
  }
  complain(of: 'problem' | 'measure', id: LedgerColumn['id'], message: string): void {
    const column = this.column(of, id)
    if (column) this.fault(column, message)
  }
}

/**
 * Reads a pasted or imported table. Several rows may belong to one problem: its cells are merged, left empty below the
 * first, or say the same again. Nothing is guessed: what cannot be read is named by row and column, and then nothing
 * is to be taken over.
 */
export function readLedgerTable(table: Table, rules: OfficeRules): ReadTable {
  const result: ReadTable = { problems: [], measures: [], places: [], columns: [], faults: [], notes: [] }
  const header = findHeader(table)
  if (!header) {
    result.faults.push({
      row: 1,
      column: '',
      message: '没有找到表头。表头里要有“反馈问题”或“整改措施”这样的栏目名称。',
    })
    return result
  }
  const heads = table[header.at] ?? []
  const unknown = heads.filter(({ text }, index) => bare(text) !== '' && !header.columns[index])
  if (unknown.length > 0) result.notes.push(`这些栏目没有读入：${unknown.map(({ text }) => bare(text)).join('、')}。`)
  result.columns = header.columns.flatMap((column) => (column ? [`${column.of}.${column.id}`] : []))
  // In our own tables an empty cell is empty; elsewhere it usually means “as above”.
  const isOwn = ROLL_COLUMNS.every(({ title }) => heads.some(({ text }) => bare(text) === title))
  let lastNumber = ''

  for (let at = header.at + 1; at < table.length; at++) {
    const cells = new Map<LedgerColumn, TableCell>()
    header.columns.forEach((column, index) => {
      const cell = table[at]?.[index]
      if (column && cell) cells.set(column, cell)
    })
    const row = new Row(cells, (column, message) => {
      const letters = columnLetters(header.columns.indexOf(column))
      result.faults.push({ row: at + 1, column: `${letters}列“${column.title}”`, message })
    })
    if ([...cells.values()].every(({ text }) => text.trim() === '') || isSectionRow(table[at] ?? [])) continue

    const number = row.cell('problem', 'number')?.isContinued ? '' : row.value('problem', 'number')
    const written = row.cell('problem', 'text')
    const begins = written
      ? !written.isContinued && (written.text.trim() !== '' || (isOwn && number !== ''))
      : number !== ''
    const code = row.value('measure', 'code')
    if (begins && !saysTheSame(result, row, number, lastNumber, code)) {
      result.problems.push(readProblem(row, rules, isOwn ? '' : (result.problems.at(-1)?.category ?? '')))
      result.measures.push([])
      result.places.push({ row: at + 1, code, number, measures: [] })
      lastNumber = number
    }
    const measures = result.measures.at(-1)
    if (!measures) {
      row.complain('problem', 'text', '第一行就没有写问题，不知道这一行属于哪个问题。')
      continue
    }
    if (!hasMeasure(row)) continue
    measures.push(readMeasure(row, rules))
    result.places.at(-1)?.measures.push({ row: at + 1, code })
  }
  if (result.problems.length === 0 && result.faults.length === 0)
    result.faults.push({ row: header.at + 1, column: '', message: '表头下面没有内容。' })
  return result
}

/** Whether a row says the problem above once more, as in a table whose cells are not merged. */
function saysTheSame(
  { problems, places }: ReadTable,
  row: Row,
  number: string,
  lastNumber: string,
  code: string,
): boolean {
  const text = row.value('problem', 'text')
  if (text === '' || problems.at(-1)?.text !== text) return false
  const [last, own] = [readRowCode(places.at(-1)?.code ?? ''), readRowCode(code)]
  const isSameCode = last !== null && own !== null && last.token === own.token && last.problem === own.problem
  return isSameCode || (number !== '' && number === lastNumber)
}

/** A row that is one merged cell: a heading between the rows, such as the name of a category. */
function isSectionRow(row: readonly TableCell[]): boolean {
  const texts = new Set(row.map(({ text }) => text.trim()))
  return row.length > 3 && texts.size === 1
}

function hasMeasure(row: Row): boolean {
  return [...row.cells].some(
    ([{ of, id }, { text, isContinued }]) =>
      of === 'measure' && id !== 'code' && text.trim() !== '' && !(isContinued && id === 'text'),
  )
}

function readProblem(row: Row, rules: OfficeRules, categoryAbove: string): ReadTable['problems'][number] {
  const { measures: _none, ...problem } = { ...emptyProblem }
  for (const id of PROBLEM_TEXTS) problem[id] = row.text('problem', id)
  const closing = readClosing(row.value('problem', 'closing'), rules)
  if (!closing) row.complain('problem', 'closing', '看不懂。每行写“环节：姓名 日期”。')
  return {
    ...problem,
    category: problem.category || categoryAbove,
    closing: closing ?? [],
    isClosed: (closing?.length ?? 0) >= rules.closingSteps.length,
  }
}

function readMeasure(row: Row, rules: OfficeRules): Omit<Measure, 'id'> {
  const firstStatus = rules.measureStatuses.find(({ kind }) => kind === 'open')?.name ?? ''
  const measure = { ...emptyMeasure, status: firstStatus }
  for (const id of MEASURE_TEXTS) measure[id] = row.text('measure', id)
  const written = { types: row.value('measure', 'types'), deadline: row.value('measure', 'deadline') }
  const types = readDeadline(written.types, rules)
  if (!types || types.deadline) row.complain('measure', 'types', `“${written.types}”不是整改类型。`)
  const term = readDeadline(written.deadline, rules)
  if (!term) row.complain('measure', 'deadline', `“${written.deadline}”不是日期，或者没有这一天。`)
  measure.types = [...new Set([...(types?.types ?? []), ...(term?.types ?? [])])]
  measure.deadline = term?.deadline ?? null
  const status = row.value('measure', 'status')
  const known = rules.measureStatuses.map(({ name }) => name)
  if (status !== '' && !known.includes(status))
    row.complain('measure', 'status', `“${status}”不是整改状态，可以写：${known.join('、')}。`)
  else if (status !== '') measure.status = status
  return measure
}

function readClosing(written: string, rules: OfficeRules): Problem['closing'] | null {
  const steps: Problem['closing'] = []
  for (const line of written.split('\n').filter((piece) => piece.trim() !== '')) {
    const match = /^(.+?)[：:](\S+)\s+(\S+)(?:\s+(.*))?$/.exec(line.trim())
    const date: IsoDate | null = match ? readDate(match[3] ?? '') : null
    if (!match || !date || !rules.closingSteps.includes(match[1] ?? '')) return null
    steps.push({ step: match[1] ?? '', name: match[2] ?? '', date, opinion: match[4] ?? '' })
  }
  return steps
}
