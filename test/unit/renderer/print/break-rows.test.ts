import { expect, test } from 'vitest'
import { breakRows } from '../../../../renderer/print/break-rows.ts'

const room = { first: 30, other: 50, notes: 5 }

test('rows fill the first page, then the others', () => {
  expect(breakRows([10, 10, 10, 20, 20, 20], room)).toEqual({
    pages: [
      { from: 0, to: 3 },
      { from: 3, to: 5 },
      { from: 5, to: 6 },
    ],
    notesApart: false,
  })
})

test('notes without room take the last row with them', () => {
  expect(breakRows([10, 10, 8], room)).toEqual({
    pages: [
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ],
    notesApart: false,
  })
  expect(breakRows([28], room)).toEqual({ pages: [{ from: 0, to: 1 }], notesApart: true })
  expect(breakRows([], { ...room, first: 1 })).toEqual({ pages: [{ from: 0, to: 0 }], notesApart: true })
})
