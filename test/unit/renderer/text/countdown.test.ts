import { expect, it } from 'vitest'
import { countdown, today } from '../../../../renderer/text/countdown.ts'
import { momentText } from '../../../../renderer/text/format-time.ts'

it.each([
  ['2026-03-12', '今天', 'now'],
  ['2026-03-13', '明天', 'now'],
  ['2026-03-15', '还有 3 天', 'soon'],
  ['2026-04-12', '还有 31 天', 'later'],
  ['2026-03-10', '已过 2 天', 'past'],
  [null, '日期未定', 'none'],
  ['2026-02-30', '日期未定', 'none'],
])('%s', (date, text, urgency) => expect(countdown(date, '2026-03-12')).toEqual({ text, urgency }))

it('takes the day of the user’s own clock', () => {
  expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05')
  expect(today(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
})

it('names the day of a version as people do', () => {
  const now = new Date(2026, 2, 12, 10, 0)
  const at = (...parts: [number, number, number, number, number]) => momentText(new Date(...parts).toISOString(), now)
  expect(at(2026, 2, 12, 9, 5)).toBe('今天 9:05')
  expect(at(2026, 2, 11, 23, 59)).toBe('昨天 23:59')
  expect(at(2026, 1, 1, 8, 0)).toBe('2月1日 8:00')
  expect(at(2025, 1, 1, 8, 0)).toBe('2025年2月1日 8:00')
})
