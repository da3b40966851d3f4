import { expect, it } from 'vitest'
import { readRuleLines, ruleLines } from '../../../../renderer/ledger/rule-lines.ts'
import { defaultOfficeRules } from '../../../../shared/model/rectification/office-rules.ts'

const lines = ruleLines(defaultOfficeRules)

it('reads back what it wrote', () => {
  expect(readRuleLines(lines)).toEqual({ rules: defaultOfficeRules, problem: null })
  const changed = { ...defaultOfficeRules, holidays: ['2027-01-01'], workingWeekends: ['2027-01-03'], stuckDays: 12 }
  expect(readRuleLines(ruleLines(changed)).rules).toEqual(changed)
})

it.each([
  [{ measureTypes: '立行立改：马上' }, '时限看不懂'],
  [{ measureStatuses: '快好了：快了' }, '冒号后要写'],
  [{ measureStatuses: '已完成：已完成\n整改中：整改中' }, '三种都要有'],
  [{ holidays: '元旦' }, '放假的日子'],
  [{ limits: '十条' }, '界限'],
  [{ closingSteps: '' }, '销号的环节'],
  [{ chain: '党支部：直接责任：抓落实' }, '位置是 主体'],
  [{ chain: '' }, '责任链条'],
])('says what cannot be read: %j', (edit, problem) => {
  const read = readRuleLines({ ...lines, ...edit })
  expect(read.rules).toBeNull()
  expect(read.problem).toContain(problem)
})
