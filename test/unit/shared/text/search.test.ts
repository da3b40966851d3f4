import { expect, test } from 'vitest'
import { firstFrom, lastAt, startingIn } from '../../../../shared/text/search.ts'

const ranges = [
  { start: 2, end: 4 },
  { start: 4, end: 9 },
  { start: 9, end: 12 },
]

test('firstFrom', () => {
  expect([0, 2, 3, 9, 10].map((offset) => firstFrom(ranges, offset))).toEqual([0, 0, 1, 2, 3])
})

test('startingIn takes the first offset in and leaves the last out', () => {
  expect(startingIn(ranges, 2, 9)).toEqual(ranges.slice(0, 2))
  expect(startingIn(ranges, 10, 99)).toEqual([])
})

test('lastAt', () => {
  expect([0, 2, 8, 9, 99].map((offset) => lastAt(ranges, offset)?.start)).toEqual([2, 2, 4, 9, 9])
  expect(lastAt([], 3)).toBeUndefined()
})
