import { expect, it } from 'vitest'
import { deliveryCheck, deliverySummary } from '../../../../renderer/delivery/delivery-check.ts'
import type { CheckReport, Finding, PointResult } from '../../../../shared/checks/types.ts'
import { defaultSettings, settingsSchema } from '../../../../shared/model/settings.ts'

const finding = (fields: Partial<Finding>): Finding => ({
  rule: 'leftover/blank',
  family: 'leftover',
  severity: 'error',
  message: '这里还没有填',
  source: '写作惯例',
  text: '××',
  start: 0,
  end: 2,
  ...fields,
})
const point = (fields: Partial<PointResult>): PointResult => ({
  id: 'P1',
  pillar: 'standing',
  title: '提高政治站位',
  level: 'required',
  state: 'missing',
  evidence: [],
  ...fields,
})
const EMPTY: CheckReport = {
  characters: 0,
  minutes: { min: 0, max: 0 },
  outline: [],
  placeholders: [],
  points: [],
  findings: [],
  waived: [],
}
const check = (report: Partial<CheckReport>, openFacts: { key: string; start: number; end: number }[] = []) =>
  deliveryCheck({
    report: { ...EMPTY, ...report },
    openFacts,
    factLabel: () => '镇名',
    layout: defaultSettings.layout,
  })

it('stops at open facts, once for each, and does not name them again as leftovers', () => {
  const open = [
    { key: 'unit', start: 5, end: 9 },
    { key: 'unit', start: 20, end: 24 },
  ]
  const { blocking } = check(
    { findings: [finding({ text: '【镇名】', start: 5, end: 9 }), finding({ start: 40, end: 42 })] },
    open,
  )
  expect(blocking.map(({ text }) => text)).toEqual(['【镇名】还没有填（2 处）', '“××”：这里还没有填'])
  expect(blocking[0]?.range).toEqual(open[0])
})

it('stops at required points that are missing, and points to weak and expected ones', () => {
  const { blocking, lookAt } = check({
    points: [
      point({}),
      point({ id: 'P2', title: '忠诚', state: 'weak', lacking: '“四个自信”没有写' }),
      point({ id: 'P3', title: '引用', level: 'expected' }),
      point({ id: 'P4', title: '其他', level: 'optional' }),
      point({ id: 'P5', state: 'covered' }),
    ],
  })
  expect(blocking.map(({ text }) => text)).toEqual(['要点“提高政治站位”没有写到'])
  expect(lookAt.map(({ text }) => text)).toEqual(['要点“忠诚”写得不够：“四个自信”没有写', '要点“引用”没有写到'])
})

it('lists what was waved through with its reason, and leaves matters of taste out', () => {
  const decision = { point: 'P1', state: 'not-applicable' as const, reason: '另有安排', evidence: '' }
  const result = check({
    points: [point({ decision })],
    findings: [finding({ severity: 'hint' }), finding({ severity: 'warning', family: 'wording' })],
    waived: [{ ...finding({ text: '一切' }), reason: '原文如此' }],
  })
  expect(result.blocking).toEqual([])
  expect(result.lookAt).toHaveLength(1)
  expect(result.waved.map(({ note }) => note)).toEqual(['另有安排', '原文如此'])
})

it('sums up for the version that is kept', () => {
  expect(deliverySummary(check({}))).toBe('检查无遗留')
  expect(deliverySummary(check({ points: [point({})] }))).toBe('必须处理 1 项')
})

it('names the words of a finding once, with inner marks inside the outer ones', () => {
  const { lookAt } = check({
    findings: [
      finding({ severity: 'warning', text: '增强“四个意识”', message: '这里没有写全。' }),
      finding({ severity: 'warning', text: '台帐', message: '“台帐”应为“台账”。', start: 9, end: 11 }),
    ],
  })
  expect(lookAt.map(({ text }) => text)).toEqual(['“增强‘四个意识’”：这里没有写全。', '“台帐”应为“台账”。'])
})

it('lists what differs from the standard and which fonts are missing, without stopping for it', () => {
  const report = {
    characters: 0,
    minutes: { min: 0, max: 0 },
    outline: [],
    placeholders: [],
    points: [],
    findings: [],
    waived: [],
  }
  const { layout } = settingsSchema.parse({ layout: { boldLevel2: true } })
  const result = deliveryCheck({ report, openFacts: [], factLabel: () => '', layout, fonts: ['没有装“甲”'] })
  expect(result.page.map(({ text }) => text)).toEqual(['二级标题加粗，国标不加粗', '没有装“甲”'])
  expect(deliverySummary(result)).toBe('检查无遗留')
  expect(check({}).page).toEqual([])
})

it('names the remarks that nobody has dealt with', () => {
  const range = { start: 3, end: 9 }
  const remark = { words: '这一句话实在是太长太长太长了', text: '太空', author: '张县长', done: false, range }
  const { lookAt } = deliveryCheck({
    report: { ...EMPTY, findings: [] },
    openFacts: [],
    factLabel: String,
    layout: defaultSettings.layout,
    remarks: [remark, { ...remark, text: '改好了', done: true }],
  })
  expect(lookAt).toEqual([{ text: '批注没有处理（“这一句话实在是太长太长太…”）：太空', range, note: '张县长的批注' }])
})
