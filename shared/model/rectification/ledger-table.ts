import { formatDate, type IsoDate } from '../../text/dates.ts'
import { readDate, readDeadline } from './deadlines.ts'
import {
  emptyMeasure,
  emptyProblem,
  type Ledger,
  ledgerRows,
  type Measure,
  type Problem,
  problemStatus,
} from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

/** A table as it came: rows of cells, merged ones already repeated in every place they cover. */
export interface TableCell {
  text: string
  /** Belongs to the merged cell that begins in a row above. */
  isContinued: boolean
}
export type Table = readonly (readonly TableCell[])[]

type ProblemColumn =
  | 'category'
  | 'subcategory'
  | 'text'
  | 'cause'
  | 'claimedBy'
  | 'similar'
  | 'note'
  | 'closing'
  | 'source'
type MeasureColumn = Exclude<keyof Measure, 'id'>

export interface LedgerColumn {
  id: 'number' | 'status' | ProblemColumn | MeasureColumn
  title: string
  /** Other names of it, without spaces. */
  aliases: readonly string[]
  of: 'problem' | 'measure'
  /** Characters; for the width in Excel and Word. */
  width: number
}

/** 4.1 of the list of columns seen in offices; the first name is ours. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { id: 'number', title: '序号', aliases: ['编号', '问题序号'], of: 'problem', width: 5 },
  { id: 'category', title: '问题类别', aliases: ['类别', '一级类别', '问题类型', '方面'], of: 'problem', width: 14 },
  { id: 'subcategory', title: '二级类别', aliases: ['具体类别', '小类'], of: 'problem', width: 12 },
  {
    id: 'text',
    title: '反馈问题',
    aliases: [
      '问题',
      '存在问题',
      '具体问题',
      '问题内容',
      '反馈的问题',
      '巡察反馈问题',
      '巡察反馈的问题',
      '主要问题',
      '问题表现',
    ],
    of: 'problem',
    width: 30,
  },
  { id: 'cause', title: '原因分析', aliases: ['产生原因', '问题原因', '根本原因'], of: 'problem', width: 18 },
  { id: 'claimedBy', title: '认领人', aliases: ['认领', '认领领导'], of: 'problem', width: 9 },
  { id: 'goal', title: '整改目标', aliases: ['目标', '预期目标', '整改标准', '成效'], of: 'measure', width: 18 },
  { id: 'text', title: '整改措施', aliases: ['措施', '具体措施', '整改任务', '归零措施'], of: 'measure', width: 34 },
  { id: 'leader', title: '责任领导', aliases: ['牵头领导', '分管领导', '主管领导'], of: 'measure', width: 9 },
  {
    id: 'owner',
    title: '责任人',
    aliases: ['具体责任人', '整改责任人', '直接责任人', '经办人'],
    of: 'measure',
    width: 9,
  },
  {
    id: 'leadUnit',
    title: '牵头单位',
    aliases: ['责任单位', '责任部门', '牵头部门', '责任科室'],
    of: 'measure',
    width: 12,
  },
  { id: 'cooperatingUnits', title: '配合单位', aliases: ['配合部门', '协办单位'], of: 'measure', width: 12 },
  { id: 'types', title: '整改类型', aliases: ['类型', '整改方式'], of: 'measure', width: 10 },
  {
    id: 'deadline',
    title: '整改时限',
    aliases: ['时限', '完成时限', '完成时间', '整改期限'],
    of: 'measure',
    width: 13,
  },
  {
    id: 'progress',
    title: '整改进展',
    aliases: ['进展', '完成情况', '进展情况', '整改情况', '整改进展情况', '整改措施完成情况'],
    of: 'measure',
    width: 24,
  },
  { id: 'evidence', title: '佐证材料', aliases: ['佐证', '印证材料'], of: 'measure', width: 16 },
  { id: 'similar', title: '举一反三', aliases: ['举一反三情况', '举一反三检查情况'], of: 'problem', width: 14 },
  { id: 'rulesMade', title: '建章立制', aliases: ['制度名称', '建立制度', '长效机制'], of: 'measure', width: 16 },
  { id: 'status', title: '整改状态', aliases: ['状态', '完成状态'], of: 'measure', width: 11 },
  { id: 'closing', title: '销号审核', aliases: ['销号', '销号情况', '销号审核情况'], of: 'problem', width: 24 },
  { id: 'note', title: '备注', aliases: ['说明'], of: 'problem', width: 12 },
  { id: 'source', title: '反馈原文', aliases: ['原文'], of: 'problem', width: 20 },
]

/** What stands in a cell of the table. */
export function cellText(column: LedgerColumn, problem: Problem, number: number, measure: Measure | null): string {
  if (column.id === 'number') return String(number)
  if (column.id === 'closing')
    return problem.closing
      .map(
        ({ step, name, date, opinion }) =>
          `${step}：${name} ${date}${opinion ? ` ${opinion.replace(/\n/g, ' ')}` : ''}`,
      )
      .join('\n')
  if (column.of === 'problem') return problem[column.id as 'category']
  if (!measure) return ''
  if (column.id === 'types') return measure.types.join('，')
  if (column.id === 'deadline') return measure.deadline ? formatDate(measure.deadline) : ''
  return measure[column.id as 'goal']
}

/** The whole ledger as text, a row a measure, with the heading row; `spans` says how many rows a problem has. */
export function ledgerTable(ledger: Ledger): { header: string[]; rows: string[][]; spans: number[] } {
  const rows = ledgerRows(ledger).map(({ problem, number, measure }) =>
    LEDGER_COLUMNS.map((column) => cellText(column, problem, number, measure)),
  )
  return {
    header: LEDGER_COLUMNS.map(({ title }) => title),
    rows,
    spans: ledger.map(({ measures }) => Math.max(measures.length, 1)),
  }
}

/** Something in the table that cannot be taken, with its place as the user sees it. */
export interface TableProblem {
  row: number
  column: string
  message: string
}

export interface ReadTable {
  problems: Omit<Problem, 'id' | 'measures'>[]
  measures: Omit<Measure, 'id'>[][]
  /** Where each problem's first row stands, from 1, for the confirmation. */
  rows: number[]
  faults: TableProblem[]
  notes: string[]
}

const bare = (text: string): string => text.replace(/[\s　（）()：:]/g, '').replace(/可加行|可多条/g, '')

/** The heading row: the one within the first rows that names most columns, at least the problem or the measure. */
function findHeader(table: Table): { at: number; columns: (LedgerColumn | null)[] } | null {
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

/** Excel's names of columns: A, B … Z, AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/**
 * Reads a pasted or imported table. Several rows may belong to one problem: its cells are merged, or left empty below
 * the first. Nothing is guessed: what cannot be read is named by row and column, and then nothing is to be taken over.
 */
export function readLedgerTable(table: Table, rules: OfficeRules): ReadTable {
  const result: ReadTable = { problems: [], measures: [], rows: [], faults: [], notes: [] }
  const header = findHeader(table)
  if (!header) {
    result.faults.push({
      row: 1,
      column: '',
      message: '没有找到表头。表头里要有“反馈问题”或“整改措施”这样的栏目名称。',
    })
    return result
  }
  const unknown = (table[header.at] ?? []).filter(({ text }, index) => bare(text) !== '' && !header.columns[index])
  if (unknown.length > 0) result.notes.push(`这些栏目没有读入：${unknown.map(({ text }) => bare(text)).join('、')}。`)
  // In our own tables an empty cell is empty; elsewhere it usually means “as above”.
  const isOwn = LEDGER_COLUMNS.every((column) => header.columns.includes(column))
  const firstStatus = rules.measureStatuses.find(({ kind }) => kind === 'open')?.name ?? ''

  for (let at = header.at + 1; at < table.length; at++) {
    const row = table[at] ?? []
    const fault = (column: LedgerColumn, message: string) => {
      const letters = columnLetters(header.columns.indexOf(column))
      result.faults.push({ row: at + 1, column: `${letters}列“${column.title}”`, message })
    }
    const cells = new Map<LedgerColumn, TableCell>()
    header.columns.forEach((column, index) => {
      const cell = row[index]
      if (column && cell) cells.set(column, cell)
    })
    const value = (of: 'problem' | 'measure', id: LedgerColumn['id']): string => {
      for (const [column, { text }] of cells) if (column.of === of && column.id === id) return text.trim()
      return ''
    }
    if ([...cells.values()].every(({ text }) => text.trim() === '')) continue
    if (isSectionRow(row)) continue

    const problemCell = [...cells].find(([column]) => column.of === 'problem' && column.id === 'text')
    const text = problemCell?.[1].text.trim() ?? ''
    const hasNumber = value('problem', 'number') !== ''
    const isNew = problemCell ? !problemCell[1].isContinued && (text !== '' || (isOwn && hasNumber)) : hasNumber
    if (isNew) {
      const closingColumn = [...cells.keys()].find(({ id }) => id === 'closing')
      const closing = readClosing(value('problem', 'closing'), rules)
      if (!closing && closingColumn) fault(closingColumn, '看不懂。每行写“环节：姓名 日期”。')
      result.rows.push(at + 1)
      const { measures: _none, ...empty } = emptyProblem
      result.problems.push({
        ...empty,
        text,
        category: value('problem', 'category') || (isOwn ? '' : (result.problems.at(-1)?.category ?? '')),
        subcategory: value('problem', 'subcategory'),
        cause: value('problem', 'cause'),
        claimedBy: value('problem', 'claimedBy'),
        similar: value('problem', 'similar'),
        note: value('problem', 'note'),
        source: value('problem', 'source'),
        closing: closing ?? [],
        isClosed: (closing?.length ?? 0) >= rules.closingSteps.length,
      })
      result.measures.push([])
    }
    const measures = result.measures.at(-1)
    if (!measures) {
      if (problemCell) fault(problemCell[0], '第一行就没有写问题，不知道这一行属于哪个问题。')
      continue
    }
    const hasMeasure = [...cells].some(
      ([column, cell]) =>
        column.of === 'measure' && cell.text.trim() !== '' && !(cell.isContinued && column.id === 'text'),
    )
    if (!hasMeasure) continue
    const measure = readMeasure(value, fault, [...cells.keys()], rules, firstStatus)
    measures.push(measure)
  }
  for (const [index, { text }] of result.problems.entries()) {
    if (text.length > 4000)
      result.faults.push({ row: result.rows[index] ?? 0, column: '', message: '“反馈问题”太长，最多 4000 字。' })
  }
  if (result.problems.length === 0 && result.faults.length === 0)
    result.faults.push({ row: header.at + 1, column: '', message: '表头下面没有内容。' })
  return result
}

/** A row that is one merged cell: a heading between the rows, such as the name of a category. */
function isSectionRow(row: readonly TableCell[]): boolean {
  const texts = new Set(row.map(({ text }) => text.trim()))
  return row.length > 3 && texts.size === 1
}

function readMeasure(
  value: (of: 'problem' | 'measure', id: LedgerColumn['id']) => string,
  fault: (column: LedgerColumn, message: string) => void,
  columns: readonly LedgerColumn[],
  rules: OfficeRules,
  firstStatus: string,
): Omit<Measure, 'id'> {
  const columnOf = (id: LedgerColumn['id']) => columns.find((column) => column.of === 'measure' && column.id === id)
  const measure = { ...emptyMeasure, status: firstStatus }
  for (const id of [
    'text',
    'goal',
    'leader',
    'owner',
    'leadUnit',
    'cooperatingUnits',
    'progress',
    'evidence',
    'rulesMade',
  ] as const) {
    const written = value('measure', id)
    const limit = ['leader', 'owner', 'leadUnit', 'cooperatingUnits'].includes(id) ? 200 : 4000
    const column = columnOf(id)
    if (column && written.length > limit) fault(column, `太长，最多 ${limit} 字。`)
    measure[id] = written
  }
  const types = readDeadline(value('measure', 'types'), rules)
  const typesColumn = columnOf('types')
  if (typesColumn && (!types || types.deadline)) fault(typesColumn, `“${value('measure', 'types')}”不是整改类型。`)
  const term = readDeadline(value('measure', 'deadline'), rules)
  const termColumn = columnOf('deadline')
  if (termColumn && !term) fault(termColumn, `“${value('measure', 'deadline')}”不是日期，或者没有这一天。`)
  measure.types = [...new Set([...(types?.types ?? []), ...(term?.types ?? [])])]
  measure.deadline = term?.deadline ?? null
  const status = value('measure', 'status')
  const statusColumn = columnOf('status')
  if (status !== '' && statusColumn) {
    const known = rules.measureStatuses.find(({ name }) => name === status)
    if (!known)
      fault(
        statusColumn,
        `“${status}”不是整改状态，可以写：${rules.measureStatuses.map(({ name }) => name).join('、')}。`,
      )
    else measure.status = known.name
  }
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

/** A line for each measure that answers for the state of a problem: used where a table has one state a problem. */
export const shownStatus = (problem: Problem, measure: Measure | null, rules: OfficeRules): string =>
  measure && !problem.isClosed ? measure.status : problemStatus(problem, rules)
