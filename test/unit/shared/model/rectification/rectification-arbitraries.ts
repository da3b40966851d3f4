import fc from 'fast-check'
import type { LedgerChange } from '../../../../../shared/model/rectification/change.ts'
import {
  emptyMeasure,
  type Ledger,
  type Measure,
  type Problem,
} from '../../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules } from '../../../../../shared/model/rectification/office-rules.ts'

const rules = defaultOfficeRules
export const NAMES = ['唐稼轩', '孟春畦', '陆石泉', '彭砺之', '冯小禾', '秦越川']

/** As it stands in a cell: without space at its ends. */
const words = fc
  .array(
    fc.constantFrom(
      '整',
      '改',
      '供水点',
      '水质',
      '，',
      '。',
      '<&>"',
      '“引”',
      '\n',
      ' 二',
      '3处',
      'A',
      '\n2. ',
      '1. ',
      '（长期坚持）',
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join('').trim())
const person = fc.oneof(fc.constant(''), fc.constantFrom(...NAMES), fc.constant('唐稼轩、冯小禾'))
const date = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

export const measureOf = (fields: Partial<Measure> = {}): Measure => ({
  ...emptyMeasure,
  id: crypto.randomUUID(),
  status: '未启动',
  ...fields,
})

export const arbitraryMeasure: fc.Arbitrary<Measure> = fc.record({
  id: fc.uuid(),
  text: words,
  goal: words,
  types: fc.subarray(rules.measureTypes.map(({ name }) => name)),
  deadline: fc.option(date),
  leader: person,
  owner: person,
  leadUnit: words.map((text) => text.replace(/\n/g, '')),
  cooperatingUnits: fc.constantFrom('', '镇财政所'),
  progress: words,
  evidence: words,
  rulesMade: words,
  status: fc.constantFrom(...rules.measureStatuses.map(({ name }) => name)),
})

export const arbitraryProblem: fc.Arbitrary<Problem> = fc
  .record({
    id: fc.uuid(),
    category: fc.constantFrom('', ...(rules.frameworks.四个聚焦 ?? [])),
    subcategory: fc.constantFrom('', '惠农资金'),
    text: words,
    cause: words,
    source: words,
    claimedBy: person,
    similar: words,
    note: words,
    measures: fc.array(arbitraryMeasure, { maxLength: 4 }),
    steps: fc.integer({ min: 0, max: rules.closingSteps.length }),
    closedOn: date,
    opinion: fc.constantFrom('', '同意。'),
  })
  .map(({ steps, closedOn, opinion, ...problem }) => ({
    ...problem,
    closing: rules.closingSteps.slice(0, steps).map((step) => ({ step, name: '唐稼轩', date: closedOn, opinion })),
    isClosed: steps === rules.closingSteps.length,
  }))

export const arbitraryLedger: fc.Arbitrary<Problem[]> = fc.array(arbitraryProblem, { maxLength: 6 })

/** Any step somebody could try on a ledger, sensible or not. */
export const arbitraryStep: fc.Arbitrary<(ledger: Ledger) => LedgerChange> = fc
  .record({
    kind: fc.integer({ min: 0, max: 10 }),
    at: fc.nat(20),
    measureAt: fc.nat(5),
    measure: arbitraryMeasure,
    problem: arbitraryProblem,
    name: fc.constantFrom(...NAMES),
    other: fc.constantFrom(...NAMES),
    date,
    reason: fc.constantFrom('核实后发现没有改到位', '班子调整'),
  })
  .map((draw) => (ledger: Ledger): LedgerChange => {
    const problem = ledger[draw.at % Math.max(ledger.length, 1)]
    const id = problem?.id ?? crypto.randomUUID()
    const measureId =
      problem?.measures[draw.measureAt % Math.max(problem.measures.length, 1)]?.id ?? crypto.randomUUID()
    const { name, other, reason } = draw
    const { id: _id, ...fields } = draw.measure
    const all: LedgerChange[] = [
      { kind: 'add-problems', problems: [draw.problem] },
      { kind: 'edit-problem', id, fields: { text: draw.problem.text, claimedBy: name } },
      { kind: 'remove-problem', id },
      { kind: 'move-problem', id, to: draw.measureAt },
      { kind: 'add-measure', id, measure: draw.measure },
      { kind: 'edit-measure', id, measureId, fields },
      { kind: 'edit-measure', id, measureId, fields: { status: '已完成', evidence: '照片' } },
      { kind: 'remove-measure', id, measureId },
      { kind: 'confirm-step', id, name, date: draw.date, opinion: '' },
      draw.measureAt % 2 ? { kind: 'return-step', id, reason } : { kind: 'reopen', id, reason },
      { kind: 'hand-over', from: name, to: other, reason },
    ]
    return all[draw.kind] ?? (all[0] as LedgerChange)
  })
