import { expect, it } from 'vitest'
import { hintContent } from '../../../../renderer/workbench/hint-text.ts'
import { moveTarget, type OutlineLine, outlineLines } from '../../../../renderer/workbench/outline-state.ts'
import { placeOfPoint } from '../../../../renderer/workbench/place-of-point.ts'
import { zoomThatFits } from '../../../../renderer/workbench/use-paper-zoom.ts'
import { createChecker } from '../../../../shared/checks/checker.ts'
import type { PointResult } from '../../../../shared/checks/types.ts'
import { paperSchema } from '../../../../shared/model/schema.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { textView } from '../../../../shared/model/text-view.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'

const block = (type: string, text: string, attributes: object = {}) =>
  paperSchema.node(type, attributes, text ? [paperSchema.text(text)] : [])
const heading = (level: number, text: string) => block('heading', text, { level })

const doc = paperSchema.node('doc', null, [
  block('title', '在会议上的讲话'),
  block('paragraph', '下面讲几点意见。'),
  heading(1, '认识'),
  heading(2, '看得清。'),
  block('paragraph', '这里写了一段足够长的话，说明大家都看清了问题在哪里。'),
  heading(1, '行动'),
  heading(1, '责任'),
  block('paragraph', '第××项由党委负总责，书记是第一责任人，班子成员各管一摊。'),
])
const view = textView(doc, () => ({ text: null, label: '' }))
const report = createChecker(builtInPack)({
  view,
  kind: 'speech',
  date: '2026-03-12',
  facts: {},
  people: [],
  settings: defaultSettings,
  decisions: [],
  waivers: [],
})

it('says how each part stands', () => {
  const lines = outlineLines({ ...report, findings: [] }, view, { slow: 180, fast: 220 })
  expect(lines.map(({ text, state, block: index }) => [text, state, index])).toEqual([
    ['认识', 'fine', 2],
    ['看得清。', 'fine', 3],
    ['行动', 'empty', 5],
    ['责任', 'open', 6],
  ])
})

it('finds where a part goes that is moved by one place', () => {
  const lines = outlineLines(report, view, { slow: 180, fast: 220 }) as OutlineLine[]
  expect(moveTarget(lines, 0, -1, 8)).toBeNull()
  expect(moveTarget(lines, 0, 1, 8)).toBe(6)
  expect(moveTarget(lines, 2, 1, 8)).toBe(8)
  expect(moveTarget(lines, 3, -1, 8)).toBe(5)
  expect(moveTarget(lines, 3, 1, 8)).toBeNull()
  expect(moveTarget(lines, 1, 1, 8)).toBeNull()
})

const point = (id: string, pillar: PointResult['pillar'], at?: string): PointResult => {
  const start = at ? view.text.indexOf(at) : -1
  const evidence = at ? [{ text: at, start, end: start + at.length }] : []
  return { id, pillar, title: id, level: 'required', state: at ? 'covered' : 'missing', evidence }
}

it('puts a missing point behind the one written before it, or before the one after it', () => {
  const order = ['P1', 'P2', 'P3', 'R1', 'R2']
  const points = [
    point('P1', 'standing', '看得清'),
    point('P2', 'standing'),
    point('R1', 'chain'),
    point('R2', 'chain', '党委负总责'),
  ]
  expect(placeOfPoint(points[1] as PointResult, order, points, view)).toBe(3)
  expect(placeOfPoint(points[2] as PointResult, order, points, view)).toBe(6)
})

it('puts a point at the end of its part when nothing of its kind is written', () => {
  const missing = point('R1', 'chain')
  expect(placeOfPoint(missing, ['R1'], [missing], view)).toBe(7)
  expect(placeOfPoint(point('O1', 'opening'), ['O1'], [], view)).toBe(1)
})

it('places the beginning of a sentence with its blanks, or advice alone', () => {
  expect(hintContent('写清谁负责：由＿＿对＿＿负责')).toEqual({
    text: '由＿＿对＿＿负责',
    hint: '写清谁负责：由＿＿对＿＿负责',
  })
  expect(hintContent('少用空话')).toEqual({ hint: '少用空话' })
  expect(hintContent('完整写出，再落到＿＿')).toEqual({ hint: '完整写出，再落到＿＿' })
})

it('draws the sheet as large as wanted, but no wider than there is room', () => {
  expect(zoomThatFits(1200, 1)).toBe(1)
  expect(zoomThatFits(782, 1)).toBe(0.92)
  expect(zoomThatFits(300, 1)).toBe(0.6)
})
