import { ledgerXlsx } from '../../electron/docx/ledger-xlsx.ts'
import { importLedger } from '../../electron/import/import-ledger.ts'
import { filterRows } from '../../renderer/ledger/filter-rows.ts'
import { chainHoles } from '../../shared/model/rectification/chain.ts'
import { compareLedger } from '../../shared/model/rectification/compare-ledger.ts'
import { emptyMeasure, emptyProblem, type Problem } from '../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules as rules } from '../../shared/model/rectification/office-rules.ts'
import { ledgerStatistics } from '../../shared/model/rectification/statistics.ts'
import { type Measurement, measureTime } from './measurement.ts'

/** Of an export; see shared/model/rectification/row-code.ts. */
const TOKEN = 'K7Q2M4'
const PEOPLE = ['唐稼轩', '孟春畦', '陆石泉', '彭砺之', '冯小禾', '秦越川']

/** A ledger of so many rows, two measures a problem, with texts of a real length. */
function ledgerOf(rows: number): Problem[] {
  const categories = rules.frameworks.四个聚焦 ?? []
  return Array.from({ length: rows / 2 }, (_, index) => ({
    ...emptyProblem,
    id: `p${index}`,
    category: categories[index % categories.length] ?? '',
    text: `第${index}村集体房屋出租未经集体研究，合同没有存档，租金收取不及时`,
    cause: '村级议事程序不落实',
    claimedBy: PEOPLE[index % PEOPLE.length] ?? '',
    measures: ['全面清理出租合同，逐份登记并公示', '修订资产出租办法，明确集体研究的程序'].map((text, at) => ({
      ...emptyMeasure,
      id: `m${index}-${at}`,
      text,
      leader: PEOPLE[index % PEOPLE.length] ?? '',
      owner: PEOPLE[(index + at + 1) % PEOPLE.length] ?? '',
      leadUnit: '镇经管站',
      types: ['限期整改'],
      deadline: '2027-04-30',
      status: at === 0 ? '已完成' : '整改中',
      progress: '已清理合同并在公示栏公布',
      evidence: '合同台账、公示照片',
    })),
  }))
}

export function measure(): Measurement[] {
  const ledger = ledgerOf(5_000)
  const bytes = ledgerXlsx(ledger, '台账')
  const returned = importLedger('台账.xlsx', ledgerXlsx(ledger, '台账', TOKEN), rules)
  const people = PEOPLE.map((name) => ({ name }))
  const words = ['4999', '公示 秦越川', '没有这样的话', '集体']
  let turn = 0
  const filter = { category: '', state: 'all' } as const
  return [
    measureTime('5,000 rows: import from Excel', () => importLedger('台账.xlsx', bytes, rules), {
      runs: 5,
      budget: 3_000,
    }),
    measureTime(
      '5,000 rows: a returned table compared',
      () => compareLedger({ table: returned, exported: new Map([[TOKEN, ledger]]), ledger, newId: () => '' }),
      { runs: 5, budget: 1_000 },
    ),
    measureTime('5,000 rows: export to Excel', () => ledgerXlsx(ledger, '台账'), { runs: 5, budget: 3_000 }),
    measureTime(
      '5,000 rows: filter',
      () => filterRows(ledger, { ...filter, words: words[turn++ % words.length] ?? '' }, rules, '2027-05-01'),
      {
        runs: 60,
        budget: 50,
      },
    ),
    measureTime('5,000 rows: figures', () => ledgerStatistics(ledger, rules, '2027-05-01'), { runs: 30, budget: 50 }),
    measureTime(
      '5,000 rows: holes of the chain',
      () => chainHoles({ chain: { rungs: [], departed: [] }, ledger, people, rules }),
      {
        runs: 30,
        budget: 50,
      },
    ),
  ]
}
