import { formatDate, type IsoDate } from '../../text/dates.ts'
import type { Handout } from '../handouts/handout.ts'
import { plainHandout, tableColumn } from './ledger-handouts.ts'
import type { Table } from './ledger-table.ts'
import { completionRate, type LedgerStatistics, type NamedTally, type Tally } from './statistics.ts'

/** The figures a 统计表 holds. */
export type LedgerFigures = Pick<LedgerStatistics, 'problems' | 'measures' | 'immediate' | 'byCategory' | 'byPerson'>

const TOTALS = [
  ['反馈问题（个）', 'problems'],
  ['整改措施（条）', 'measures'],
  ['其中：立行立改（条）', 'immediate'],
] as const
const GROUPS = [
  ['按问题类别（个）', 'byCategory'],
  ['按责任人（条）', 'byPerson'],
] as const
const COUNTS = [
  ['应整改', 'total'],
  ['已整改', 'done'],
  ['整改中', 'ongoing'],
  ['未启动', 'open'],
] as const

/**
 * 统计表: figures for the progress report.
 * @param round which round, group and unit they are of, a line each
 */
export function statisticsHandout(
  statistics: LedgerStatistics,
  title: string,
  today: IsoDate,
  round: readonly string[] = [],
): Handout {
  const row = (name: string, tally: Tally) => [
    name,
    ...COUNTS.map(([, key]) => String(tally[key])),
    completionRate(tally),
  ]
  const group = (name: string, tallies: readonly NamedTally[]) =>
    tallies.length > 0 ? [[name], ...tallies.map((tally) => row(tally.name, tally))] : []
  return plainHandout(title, {
    lines: [...round, `统计时间：${formatDate(today)}`],
    table: {
      columns: [
        tableColumn('项目', 60, 'left'),
        ...COUNTS.map(([label]) => tableColumn(label, 18)),
        tableColumn('完成率', 20),
      ],
      rows: [
        ...TOTALS.map(([name, key]) => row(name, statistics[key])),
        ...GROUPS.flatMap(([name, key]) => group(name, statistics[key])),
      ],
      rowHeight: 9,
      size: 12,
    },
    notes: [`已销号${statistics.closed}个问题，超期${statistics.overdue}条措施，建立制度${statistics.rulesMade}项。`],
  })
}

const bare = (text: string | undefined): string => (text ?? '').replace(/\s/g, '')

/** The figures of a 统计表 that comes back; null where the table is none. */
export function readStatisticsSheet(table: Table): LedgerFigures | null {
  const head = table.findIndex((row) => COUNTS.every(([label]) => row.some(({ text }) => bare(text) === label)))
  if (head < 0) return null
  const columns = COUNTS.map(([label]) => table[head]?.findIndex(({ text }) => bare(text) === label) ?? -1)
  const nothing = (): Tally => ({ total: 0, done: 0, ongoing: 0, open: 0 })
  const figures: LedgerFigures = {
    problems: nothing(),
    measures: nothing(),
    immediate: nothing(),
    byCategory: [],
    byPerson: [],
  }
  let group: (typeof GROUPS)[number] | undefined
  for (const row of table.slice(head + 1)) {
    const name = row[0]?.text.trim() ?? ''
    const isAcross = row.every(({ text }) => text.trim() === name)
    const next = GROUPS.find(([label]) => bare(label) === bare(name))
    if (isAcross && next) group = next
    if (isAcross) continue
    const numbers = columns.map((column) => Number(bare(row[column]?.text) || Number.NaN))
    if (!numbers.every(Number.isInteger)) return null
    const [total = 0, done = 0, ongoing = 0, open = 0] = numbers
    const tally = { total, done, ongoing, open }
    const own = TOTALS.find(([label]) => bare(label) === bare(name))
    if (group) figures[group[1]].push({ name, ...tally })
    else if (own) figures[own[1]] = tally
  }
  return figures
}

/** One figure that is not what the ledger gives: 冯小禾 已整改, 3 in the table, 4 here. */
export interface FigureDifference {
  name: string
  file: number
  here: number
}

/** Where a 统计表 and the ledger disagree; names only one of them has count as 0 in the other. */
export function compareFigures(file: LedgerFigures, here: LedgerFigures): FigureDifference[] {
  const rows = [
    ...TOTALS.map(([name, key]) => ({ name, file: file[key] as Tally, here: here[key] as Tally })),
    ...GROUPS.flatMap(([, key]) => {
      const names = new Set([...file[key], ...here[key]].map(({ name }) => name))
      const of = (all: readonly NamedTally[], name: string) =>
        all.find((tally) => tally.name === name) ?? { total: 0, done: 0, ongoing: 0, open: 0 }
      return [...names].map((name) => ({ name, file: of(file[key], name), here: of(here[key], name) }))
    }),
  ]
  return rows.flatMap(({ name, file: theirs, here: own }) =>
    COUNTS.flatMap(([label, key]) =>
      theirs[key] === own[key] ? [] : [{ name: `${name} ${label}`, file: theirs[key], here: own[key] }],
    ),
  )
}
