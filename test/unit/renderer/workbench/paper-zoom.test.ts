import { expect, it } from 'vitest'
import { nextZoom, SHEET_ZOOMS, zoomThatFits } from '../../../../renderer/workbench/use-paper-zoom.ts'

it('goes from any size to the next of the row, and stops at its ends', () => {
  expect(nextZoom(0.93, 1)).toBe(1)
  expect(nextZoom(0.93, -1)).toBe(0.9)
  expect(nextZoom(1, 1)).toBe(1.1)
  expect(nextZoom(2, 1)).toBe(2)
  expect(nextZoom(0.5, -1)).toBe(0.5)
  expect([SHEET_ZOOMS[0], SHEET_ZOOMS.at(-1)]).toEqual([50, 200])
})

it('fits the sheet into the room there is', () => {
  expect(zoomThatFits(2000, 1)).toBe(1)
  expect(zoomThatFits(700, 1)).toBeLessThan(0.83)
  expect(zoomThatFits(100, 1)).toBe(0.6)
})
