import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchSequence } from '../../../../../shared/checks/matching/sequences.ts'
import type { Range } from '../../../../../shared/text/sentences.ts'

const at = (...starts: number[]): Range[] => starts.map((start) => ({ start, end: start + 2 }))
const match = (slots: Range[][], gaps: number[]) =>
  matchSequence({ slots: slots.map((_, index) => index), gaps }, (slot) => slots[slot] ?? [])

test('takes the nearest word before, within the gap', () => {
  expect(match([at(0, 10), at(14)], [0, 4])).toEqual([{ start: 10, end: 16 }])
  expect(match([at(0), at(14)], [0, 4])).toEqual([])
  expect(match([at(0), at(14)], [0, Number.POSITIVE_INFINITY])).toEqual([{ start: 0, end: 16 }])
})

test('keeps the order, and lets no word serve twice', () => {
  expect(match([at(10), at(0)], [0, 20])).toEqual([])
  expect(match([at(5), at(5)], [0, 20])).toEqual([])
})

test('agrees with trying every chain', () => {
  const hits = fc.uniqueArray(fc.nat(30), { maxLength: 6 }).map((starts) => at(...starts.sort((a, b) => a - b)))
  fc.assert(
    fc.property(hits, hits, hits, fc.nat(12), fc.nat(12), (first, second, third, gapTwo, gapThree) => {
      const fits = (a: Range, b: Range, gap: number) => a.end <= b.start && b.start - a.end <= gap
      const possible = third.some((c) =>
        second.some((b) => fits(b, c, gapThree) && first.some((a) => fits(a, b, gapTwo))),
      )
      expect(match([first, second, third], [0, gapTwo, gapThree]).length > 0).toBe(possible)
    }),
  )
})
