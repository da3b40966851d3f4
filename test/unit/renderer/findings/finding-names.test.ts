import { expect, it } from 'vitest'
import { findingKeys, nextFinding } from '../../../../renderer/findings/finding-names.ts'
import type { Finding } from '../../../../shared/checks/types.ts'

const finding = (start: number, text = '甲', rule = 'form/comma'): Finding => ({
  rule,
  family: 'form',
  severity: 'warning',
  message: '',
  source: '',
  text,
  start,
  end: start + text.length,
})

it('walks forth and back from the cursor, and round at the ends', () => {
  const findings = [finding(30), finding(10), finding(20)]
  expect(nextFinding(findings, 10, 1)).toBe(2)
  expect(nextFinding(findings, 30, 1)).toBe(1)
  expect(nextFinding(findings, 20, -1)).toBe(1)
  expect(nextFinding(findings, 5, -1)).toBe(0)
  expect(nextFinding([], 5, 1)).toBe(-1)
})

it('keeps the name of a finding while text is typed before it', () => {
  const before = findingKeys([finding(10), finding(20), finding(30, '乙')])
  const after = findingKeys([finding(15), finding(25), finding(35, '乙')])
  expect(after).toEqual(before)
  expect(new Set(before).size).toBe(3)
})
