import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportHandouts } from '../../../../electron/docx/export-handout.ts'
import { importLedger } from '../../../../electron/import/import-ledger.ts'
import type { Handout } from '../../../../shared/model/handouts/handout.ts'
import {
  emptyMeasure,
  emptyProblem,
  type Ledger,
  type Measure,
  type Problem,
} from '../../../../shared/model/rectification/ledger.ts'
import { rollHandout } from '../../../../shared/model/rectification/ledger-handouts.ts'
import { defaultOfficeRules as rules } from '../../../../shared/model/rectification/office-rules.ts'
import { problemHandout, readProblemSheet } from '../../../../shared/model/rectification/problem-sheet.ts'
import { ledgerStatistics } from '../../../../shared/model/rectification/statistics.ts'
import { compareFigures, statisticsHandout } from '../../../../shared/model/rectification/statistics-sheet.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { arbitraryLedger, measureOf } from '../../shared/model/rectification/rectification-arbitraries.ts'

const word = (handouts: Handout[]) =>
  exportHandouts({ handouts, settings: defaultSettings, author: '', date: '2026-12-15T00:00:00Z' })

async function back(handouts: Handout[]) {
  const { problems, measures, faults } = importLedger('台账.docx', await word(handouts), rules)
  expect(faults).toEqual([])
  return problems.map((problem, index) => ({ ...problem, measures: measures[index] ?? [] }))
}

type Held = (problem: Problem) => Partial<Problem>

/** What a layout holds of a ledger; the rest is as in an empty one. */
const held = (ledger: Ledger, problem: Held, measure: readonly (keyof Measure)[]) =>
  ledger.map((one) => {
    const { id: _id, ...rest } = { ...emptyProblem, ...problem(one) }
    return {
      ...rest,
      measures: one.measures.map((own) => ({
        ...emptyMeasure,
        ...Object.fromEntries(measure.map((key) => [key, own[key]])),
      })),
    }
  })

const ledgers = arbitraryLedger.filter((ledger) => ledger.length > 0)
const RUNS = { numRuns: 40 }

describe('from the ledger to Word and back is the same, as far as the layout goes', () => {
  it('三清单合一', async () => {
    const columns = [
      'goal',
      'text',
      'leader',
      'owner',
      'leadUnit',
      'cooperatingUnits',
      'types',
      'deadline',
      'status',
    ] as const
    await fc.assert(
      fc.asyncProperty(ledgers, async (ledger) => {
        expect(await back([rollHandout(ledger, '台账')])).toEqual(
          held(ledger, ({ category, text }) => ({ category, text }), columns),
        )
      }),
      RUNS,
    )
  })

  it('一事一表', async () => {
    const parts = [
      'text',
      'leader',
      'owner',
      'leadUnit',
      'cooperatingUnits',
      'types',
      'deadline',
      'status',
      'progress',
      'evidence',
      'rulesMade',
    ] as const
    const withText = ledgers.map((ledger) => ledger.map((one) => ({ ...one, text: `${one.text}问题` })))
    await fc.assert(
      fc.asyncProperty(withText, async (ledger) => {
        const sheets = ledger.map((problem, index) => problemHandout(problem, index + 1, rules, '柳溪镇党委'))
        const problem: Held = ({ category, subcategory, text, cause, similar, closing, isClosed }) => ({
          category,
          subcategory,
          text,
          cause,
          similar,
          closing,
          isClosed,
        })
        expect(await back(sheets)).toEqual(held(ledger, problem, parts))
      }),
      RUNS,
    )
  })

  it('统计表', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (ledger) => {
        const own = ledgerStatistics(ledger, rules, '2026-12-20')
        const bytes = await word([statisticsHandout(own, '统计表', '2026-12-20', ['轮次：第九轮'])])
        const { figures, problems } = importLedger('统计表.docx', bytes, rules)
        const { problems: all, measures, immediate, byCategory, byPerson } = own
        expect(problems).toEqual([])
        expect(figures).toEqual({ problems: all, measures, immediate, byCategory, byPerson })
        expect(figures && compareFigures(figures, own)).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('a form by another office', () => {
  const form = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text, isContinued: false })))
  it('is read by its own words, lists and several pairs in a row', () => {
    const read = readProblemSheet(
      form(
        ['问题序号', '3', '责任部门（人）', '镇水务站'],
        ['巡察反馈的问题（包括例证）', '沟渠淤塞', '沟渠淤塞', '沟渠淤塞'],
        ['产生问题的根本原因', '没有专人管', '', ''],
        ['归零措施', '1.清理三处（含支渠）\n2、定人管护', '', ''],
        ['整改措施完成情况', '1.已清理两处\n2.整改中', '', ''],
      ),
      rules,
    )
    expect(read?.problems).toMatchObject([{ text: '沟渠淤塞', cause: '没有专人管', closing: [] }])
    expect(read?.measures[0]).toMatchObject([
      { text: '清理三处（含支渠）', progress: '已清理两处', status: '未启动' },
      { text: '定人管护', progress: '', status: '整改中' },
    ])
    expect(read?.columns).not.toContain('measure.owner')
  })
  it('that skips a step of 销号 is refused at that row', () => {
    const [, second = ''] = rules.closingSteps
    const sheet = form(['反馈问题', '甲'], ['整改措施', '乙'], [second, '同意\n孟春畦　2027年4月2日'])
    expect(readProblemSheet(sheet, rules)?.faults).toMatchObject([{ row: 3, column: `“${second}”` }])
  })
  it('is not seen in a roll', () => {
    const roll = form(['反馈问题', '整改措施', '责任人'], ['甲', '乙', '丙'])
    expect(readProblemSheet(roll, rules)).toBeNull()
  })
})

it('says which figures of a 统计表 are not those of the ledger', () => {
  const own = ledgerStatistics(
    [{ ...emptyProblem, id: '', measures: [measureOf({ owner: '冯小禾' })] }],
    rules,
    '2027-01-01',
  )
  const said = { ...own, byPerson: [{ name: '秦越川', total: 1, done: 1, ongoing: 0, open: 0 }] }
  expect(compareFigures(said, own)).toEqual([
    { name: '秦越川 应整改', file: 1, here: 0 },
    { name: '秦越川 已整改', file: 1, here: 0 },
    { name: '冯小禾 应整改', file: 0, here: 1 },
    { name: '冯小禾 未启动', file: 0, here: 1 },
  ])
})
