import { formatDate } from '../../text/dates.ts'
import { type Ledger, ledgerRows, type Measure, type Problem, problemStatus } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'
import { rowCode } from './row-code.ts'

export type ProblemColumn =
  | 'category'
  | 'subcategory'
  | 'text'
  | 'cause'
  | 'claimedBy'
  | 'similar'
  | 'note'
  | 'closing'
  | 'source'
export type MeasureColumn = Exclude<keyof Measure, 'id'>

export interface LedgerColumn {
  id: 'number' | 'code' | ProblemColumn | MeasureColumn
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
  // Which row of which export it is; see row-code.ts.
  { id: 'code', title: '核对编号', aliases: [], of: 'measure', width: 13 },
]

const ROLL: readonly [LedgerColumn['of'], LedgerColumn['id'], number][] = [
  ['problem', 'number', 13],
  ['problem', 'category', 26],
  ['problem', 'text', 36],
  ['measure', 'goal', 21],
  ['measure', 'text', 40],
  ['measure', 'leader', 21],
  ['measure', 'owner', 18],
  ['measure', 'leadUnit', 21],
  ['measure', 'cooperatingUnits', 21],
  ['measure', 'types', 21],
  ['measure', 'deadline', 23],
  ['measure', 'status', 21],
]

/** Columns of 三清单合一, those that fit on a page across, with their share of it. */
export const ROLL_COLUMNS: readonly (LedgerColumn & { share: number })[] = ROLL.flatMap(([of, id, share]) => {
  const found = LEDGER_COLUMNS.find((column) => column.of === of && column.id === id)
  return found ? [{ ...found, share }] : []
})

/** What stands in a cell of the table. */
export function cellText(column: LedgerColumn, problem: Problem, number: number, measure: Measure | null): string {
  if (column.id === 'number') return String(number)
  if (column.id === 'code') return ''
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

/**
 * The whole ledger as text, a row a measure, with the heading row; `spans` says how many rows a problem has.
 * @param token of the export, from which every row gets its code; '' for none
 */
export function ledgerTable(ledger: Ledger, token = ''): { header: string[]; rows: string[][]; spans: number[] } {
  const rows = ledgerRows(ledger).map(({ problem, number, measure }) =>
    LEDGER_COLUMNS.map((column) =>
      column.id === 'code'
        ? rowCode(token, number, measure ? problem.measures.indexOf(measure) + 1 : 0)
        : cellText(column, problem, number, measure),
    ),
  )
  return {
    header: LEDGER_COLUMNS.map(({ title }) => title),
    rows,
    spans: ledger.map(({ measures }) => Math.max(measures.length, 1)),
  }
}

/** Excel's names of columns: A, B … Z, AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A line for each measure that answers for the state of a problem: used where a table has one state a problem. */
export const shownStatus = (problem: Problem, measure: Measure | null, rules: OfficeRules): string =>
  measure && !problem.isClosed ? measure.status : problemStatus(problem, rules)
