import { expect, test } from 'vitest'
import { keptWithEnding } from '../../../../shared/model/ending.ts'

test('the last line of a paper is not alone on a page', () => {
  expect(keptWithEnding([3, 8, 2, 1])).toEqual([2])
  // Thanks, and a signature with its date.
  expect(keptWithEnding([6, 3, 1, 1, 1])).toEqual([3, 2, 1])
  expect(keptWithEnding([6, 1, 1])).toEqual([1])
})

test('a long paragraph goes on as it would, and so does one that ends the paper itself', () => {
  expect(keptWithEnding([3, 5, 1])).toEqual([])
  expect(keptWithEnding([3, 2])).toEqual([])
  expect(keptWithEnding([1])).toEqual([])
  expect(keptWithEnding([])).toEqual([])
  expect(keptWithEnding(Array(20).fill(1))).toHaveLength(3)
})
