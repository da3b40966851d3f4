import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HitList } from '../../../../../shared/checks/matching/hit-list.ts'

const sorted = fc.array(fc.nat(9), { maxLength: 8 }).map((starts) => starts.sort((a, b) => a - b))

test('merges hits in the order of their start, the others first where both begin', () => {
  fc.assert(
    fc.property(sorted, sorted, (own, others) => {
      const hits = new HitList()
      for (const start of own) hits.push(1, start, start + 1)
      hits.merge(others.map((start) => ({ term: 2, start, end: start + 3 })))
      const merged = Array.from({ length: hits.count }, (_, index) => [
        hits.starts[index],
        hits.terms[index],
        hits.ends[index],
      ])
      const expected = [...others.map((start) => [start, 2, start + 3]), ...own.map((start) => [start, 1, start + 1])]
      expect(merged).toEqual(expected.sort(([a = 0], [b = 0]) => a - b))
    }),
  )
})
