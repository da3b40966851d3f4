import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeLedger,
  type HistoryLine,
  type LedgerChange,
  RefusedChange,
} from '../../../../../shared/model/rectification/change.ts'
import { emptyProblem, type Ledger, type Problem } from '../../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules as rules } from '../../../../../shared/model/rectification/office-rules.ts'
import { completionRate, ledgerStatistics, type Tally } from '../../../../../shared/model/rectification/statistics.ts'
import { arbitraryLedger, arbitraryStep, measureOf } from './rectification-arbitraries.ts'

/** Plays steps; what is refused leaves everything as it was. */
function play(start: Ledger, steps: readonly ((ledger: Ledger) => LedgerChange)[]) {
  let ledger = start
  const lines: HistoryLine[] = []
  for (const step of steps) {
    try {
      const changed = changeLedger(ledger, step(ledger), rules)
      ledger = changed.ledger
      lines.push(...changed.lines)
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedChange)
    }
  }
  return { ledger, lines }
}

const problem = (fields: Partial<Problem> = {}): Problem => ({
  ...emptyProblem,
  id: crypto.randomUUID(),
  text: '供水点水质检测不及时',
  ...fields,
})
const done = () => measureOf({ text: '每月检测', status: '已完成', evidence: '检测报告' })
const reasonOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(RefusedChange)
    return (error as Error).message
  }
  throw new Error('the change was not refused')
}

describe('totals', () => {
  const ties = ({ total, done, ongoing, open }: Tally) => total === done + ongoing + open
  it('tie out under any sequence of changes', () => {
    fc.assert(
      fc.property(arbitraryLedger, fc.array(arbitraryStep, { maxLength: 30 }), (start, steps) => {
        const { ledger } = play(start, steps)
        const statistics = ledgerStatistics(ledger, rules, '2026-12-31')
        expect(statistics.problems.total).toBe(ledger.length)
        expect([statistics.problems, statistics.measures, statistics.immediate].every(ties)).toBe(true)
        expect(statistics.byCategory.every(ties) && statistics.byPerson.every(ties)).toBe(true)
        expect(statistics.byCategory.reduce((sum, { total }) => sum + total, 0)).toBe(ledger.length)
        expect(statistics.measures.total).toBe(ledger.reduce((sum, { measures }) => sum + measures.length, 0))
        expect(statistics.closed).toBeLessThanOrEqual(statistics.problems.done)
      }),
    )
  })
  it('read 100% only when everything is done', () => {
    expect(completionRate({ done: 688, total: 697 })).toBe('98.7%')
    expect(completionRate({ done: 697, total: 697 })).toBe('100%')
    expect(completionRate({ done: 99_999, total: 100_000 })).toBe('99.99%')
    expect(completionRate({ done: 0, total: 3 })).toBe('0%')
    expect(completionRate({ done: 0, total: 0 })).toBe('—')
  })
})

describe('closing', () => {
  const confirm = (id: string, name: string, date: string) =>
    ({ kind: 'confirm-step', id, name, date, opinion: '' }) as const
  it('goes step by step with name and date, and then nothing may be changed', () => {
    const one = problem({ measures: [done()] })
    let ledger: Ledger = [one]
    for (const [step, name] of ['冯小禾', '孟春畦', '唐稼轩', '罗致和'].entries())
      ledger = changeLedger(ledger, confirm(one.id, name, `2027-03-0${step + 1}`), rules).ledger
    expect(ledger[0]?.isClosed).toBe(true)
    expect(ledger[0]?.closing.map(({ name }) => name)).toEqual(['冯小禾', '孟春畦', '唐稼轩', '罗致和'])
    const edit = { kind: 'edit-problem', id: one.id, fields: { text: '改了' } } as const
    expect(reasonOf(() => changeLedger(ledger, edit, rules))).toContain('已经销号')
    const opened = changeLedger(ledger, { kind: 'reopen', id: one.id, reason: '抽查不合格' }, rules)
    expect(opened.lines).toEqual([{ problemId: one.id, what: '重新启动整改', reason: '抽查不合格' }])
    expect(changeLedger(opened.ledger, edit, rules).ledger[0]?.text).toBe('改了')
  })
  it('asks for measures that are done and shown, and for dates in order', () => {
    const start = (fields: Partial<Problem>) => [problem(fields)]
    const refuse = (ledger: Ledger, date = '2027-01-01') =>
      reasonOf(() => changeLedger(ledger, confirm(ledger[0]?.id ?? '', '冯小禾', date), rules))
    expect(refuse(start({}))).toContain('还没有整改措施')
    expect(refuse(start({ measures: [done(), measureOf({ status: '整改中' })] }))).toContain('第2条措施还没有完成')
    expect(refuse(start({ measures: [{ ...done(), evidence: ' ' }] }))).toContain('佐证材料')
    const [first] = start({ measures: [done()] })
    const ledger = changeLedger([first as Problem], confirm(first?.id ?? '', '冯小禾', '2027-02-01'), rules).ledger
    expect(refuse(ledger, '2027-01-31')).toContain('不能早于')
  })
  it('falls back when a measure is taken up again', () => {
    const measure = done()
    const one = problem({ measures: [measure] })
    const confirmed = changeLedger([one], confirm(one.id, '冯小禾', '2027-02-01'), rules).ledger
    const back = changeLedger(
      confirmed,
      { kind: 'edit-measure', id: one.id, measureId: measure.id, fields: { status: '整改中' } },
      rules,
    )
    expect(back.ledger[0]?.closing).toEqual([])
  })
  it('never ends without all steps, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStep, { maxLength: 40 }), (steps) => {
        const { ledger } = play([problem({ measures: [done()] })], steps)
        for (const { isClosed, closing } of ledger) expect(isClosed).toBe(closing.length === rules.closingSteps.length)
      }),
    )
  })
})

describe('history', () => {
  it('has a line for every change that changed something', () => {
    fc.assert(
      fc.property(arbitraryLedger, arbitraryStep, (start, step) => {
        const { ledger, lines } = play(start, [step])
        expect(lines.length > 0).toBe(JSON.stringify(ledger) !== JSON.stringify(start))
      }),
      { numRuns: 300 },
    )
  })
  it('says what stood there before', () => {
    const measure = measureOf({ owner: '冯小禾' })
    const one = problem({ measures: [measure] })
    const { lines } = changeLedger(
      [one],
      { kind: 'edit-measure', id: one.id, measureId: measure.id, fields: { owner: '秦越川', leader: '' } },
      rules,
    )
    expect(lines.map(({ what }) => what)).toEqual(['措施1 改“责任人”：冯小禾 → 秦越川'])
  })
})

it('hands over what is open and leaves what is closed', () => {
  const closed = problem({ isClosed: true, measures: [measureOf({ owner: '冯小禾' })] })
  const open = problem({ claimedBy: '冯小禾', measures: [measureOf({ owner: '冯小禾、秦越川', leader: '冯小禾' })] })
  const { ledger, lines } = changeLedger(
    [closed, open],
    { kind: 'hand-over', from: '冯小禾', to: '秦越川', reason: '调离' },
    rules,
  )
  expect(ledger[0]).toBe(closed)
  expect(ledger[1]).toMatchObject({ claimedBy: '秦越川', measures: [{ owner: '秦越川', leader: '秦越川' }] })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ reason: '调离' })
})
