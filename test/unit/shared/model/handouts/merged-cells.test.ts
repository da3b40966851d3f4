import { expect, test } from 'vitest'
import { mergedCells } from '../../../../../shared/model/handouts/merged-cells.ts'

const table = { merged: { columns: 2, spans: [3, 1, 2] }, rows: Array.from({ length: 6 }, () => ['甲', '乙', '丙']) }
const shape = (from?: number, to?: number) => {
  const cell = mergedCells(table, from, to)
  return Array.from({ length: (to ?? 6) - (from ?? 0) }, (_, index) => cell((from ?? 0) + index, 1)?.rows ?? null)
}

test('a merged cell goes down as many rows as it says, and the other columns are none', () => {
  expect(shape()).toEqual([3, null, null, 1, 2, null])
  expect(mergedCells(table)(1, 2)).toEqual({ rows: 1, goesOn: false })
  expect(mergedCells({ rows: table.rows })(1, 0)).toEqual({ rows: 1, goesOn: false })
})

test('a page break cuts a merged cell in two, the second part empty', () => {
  expect(shape(0, 2)).toEqual([2, null])
  expect(shape(2)).toEqual([1, 1, 2, null])
  expect(mergedCells(table, 2)(2, 0)).toEqual({ rows: 1, goesOn: true })
  expect(mergedCells(table, 3)(3, 0)).toEqual({ rows: 1, goesOn: false })
})
