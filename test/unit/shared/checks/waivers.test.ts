import { expect, test } from 'vitest'
import type { Finding } from '../../../../shared/checks/types.ts'
import { applyWaivers } from '../../../../shared/checks/waivers.ts'

const finding = (rule: string, text: string): Finding => ({
  rule,
  text,
  family: 'language',
  severity: 'warning',
  message: '',
  source: '',
  start: 0,
  end: text.length,
})
const waiver = (rule: string, quote: string) => ({
  id: rule + quote,
  scope: 'paper' as const,
  rule,
  quote,
  reason: '保留',
})
const findings = [finding('language/a', '甲'), finding('language/a', '乙'), finding('language/b', '甲')]
const left = (...args: Parameters<typeof applyWaivers>) =>
  applyWaivers(...args).waived.map(({ rule, text }) => rule + text)

test('leaves the place it names', () => {
  expect(left(findings, [waiver('language/a', '甲')], {})).toEqual(['language/a甲'])
})

test('leaves a rule everywhere with an empty quote', () => {
  expect(left(findings, [waiver('language/a', '')], {})).toEqual(['language/a甲', 'language/a乙'])
})

test('leaves rules the office has silenced, with its reason', () => {
  const { findings: standing, waived } = applyWaivers(findings, [], { 'language/b': '本单位不查' })
  expect(waived).toEqual([{ ...findings[2], reason: '本单位不查' }])
  expect(standing).toEqual(findings.slice(0, 2))
})

test('takes no rule for silenced by a name every object has', () => {
  expect(left([finding('constructor', '甲')], [], {})).toEqual([])
})
