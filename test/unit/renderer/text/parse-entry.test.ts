import { describe, expect, it } from 'vitest'
import { parseDateEntry, parseTimeEntry } from '../../../../renderer/text/parse-entry.ts'

describe('a date as people type it', () => {
  it.each([
    ['2026年3月12日', '2026-03-12'],
    ['2026-3-12', '2026-03-12'],
    ['2026.03.12', '2026-03-12'],
    ['2026/3/12', '2026-03-12'],
    ['20260312', '2026-03-12'],
    ['２０２６年３月１２日', '2026-03-12'],
    ['3月12日', '2026-03-12'],
    ['3月12号', '2026-03-12'],
    ['3.12', '2026-03-12'],
    [' 2026年3月12日 星期四 ', '2026-03-12'],
  ])('%s', (entry, date) => expect(parseDateEntry(entry, '2026-01-05')).toBe(date))

  it.each(['2026年2月30日', '13月1日', '明天', '', '12', '2026年3月'])('not “%s”', (entry) =>
    expect(parseDateEntry(entry, '2026-01-05')).toBeNull(),
  )
})

describe('a time as people type it', () => {
  it.each([
    ['9:00', '9:00'],
    ['9：30', '9:30'],
    ['9点', '9:00'],
    ['上午9时', '9:00'],
    ['下午3点半', '15:30'],
    ['下午3时05分', '15:05'],
    ['14.30', '14:30'],
    ['9点整', '9:00'],
    ['14', '14:00'],
  ])('%s', (entry, time) => expect(parseTimeEntry(entry)).toBe(time))

  it.each(['25:00', '9:75', '早', '', '上午'])('not “%s”', (entry) => expect(parseTimeEntry(entry)).toBeNull())
})
