import { expect, it } from 'vitest'
import { filterRows, type RowFilter } from '../../../../renderer/ledger/filter-rows.ts'
import { emptyMeasure, emptyProblem, type Problem } from '../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules as rules } from '../../../../shared/model/rectification/office-rules.ts'

const measure = (fields: object) => ({ ...emptyMeasure, id: crypto.randomUUID(), status: '未启动', ...fields })
const ledger: Problem[] = [
  {
    ...emptyProblem,
    id: 'a',
    text: '沟渠淤塞',
    category: '四个聚焦之一',
    measures: [
      measure({ text: '清理', owner: '秦越川', deadline: '2027-01-01' }),
      measure({ text: '管护', status: '已完成', deadline: '2027-01-01' }),
    ],
  },
  { ...emptyProblem, id: 'b', text: '水质检测不及时' },
  { ...emptyProblem, id: 'c', text: '会议记录不全', isClosed: true, measures: [measure({ deadline: '2026-01-01' })] },
]
const found = (filter: Partial<RowFilter>) =>
  filterRows(ledger, { words: '', category: '', state: 'all', ...filter }, rules, '2027-02-01').map(
    ({ problem, measure }) => problem.id + (measure?.text ?? ''),
  )

it('shows every measure as a row, and a problem without any', () => {
  expect(found({})).toEqual(['a清理', 'a管护', 'b', 'c'])
})

it('wants every word somewhere in the problem', () => {
  expect(found({ words: '淤塞 秦越川' })).toEqual(['a清理', 'a管护'])
  expect(found({ words: '淤塞　水质' })).toEqual([])
})

it('keeps to category and state', () => {
  expect(found({ category: '四个聚焦之一' })).toEqual(['a清理', 'a管护'])
  expect(found({ state: 'open' })).toEqual(['a清理', 'b'])
  expect(found({ state: 'done' })).toEqual(['a管护', 'c'])
  expect(found({ state: 'overdue' })).toEqual(['a清理'])
  expect(found({ state: 'closed' })).toEqual(['c'])
})
