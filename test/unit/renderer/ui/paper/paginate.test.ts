import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MeasuredBlock, paginate } from '../../../../../renderer/ui/paper/paginate.ts'

const block = (lines: number, more: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  lines,
  lineHeight: 10,
  spaceBefore: 0,
  keepWithNext: false,
  keepTogether: false,
  widowControl: false,
  ...more,
})
const heading = block(1, { keepWithNext: true, keepTogether: true })
const show = (blocks: MeasuredBlock[], height = 100) =>
  paginate(blocks, height).map((page) => page.map(({ block, from, to }) => `${block}:${from}-${to}`).join(' '))

describe('pages', () => {
  test('are filled line by line', () => {
    expect(show([block(7), block(15)])).toEqual(['0:0-7 1:0-3', '1:3-13', '1:13-15'])
  })
  test('hold one line less where another height or space takes the room', () => {
    expect(show([block(1, { lineHeight: 14 }), block(12, { spaceBefore: 10 })])).toEqual(['0:0-1 1:0-7', '1:7-12'])
  })
  test('give up the space above at their top', () => {
    expect(show([block(10), block(10, { spaceBefore: 10 })])).toEqual(['0:0-10', '1:0-10'])
  })
  test('do not end with a heading', () => {
    expect(show([block(9), heading, block(3)])).toEqual(['0:0-9', '1:0-1 2:0-3'])
    expect(show([block(8), heading, block(3)])).toEqual(['0:0-8 1:0-1 2:0-1', '2:1-3'])
    expect(show([block(8), heading, heading, block(3)])).toEqual(['0:0-8', '1:0-1 2:0-1 3:0-3'])
  })
  test('keep a paragraph whole where it asks for it and fits', () => {
    expect(show([block(8), block(5, { keepTogether: true })])).toEqual(['0:0-8', '1:0-5'])
    expect(show([block(8), block(12, { keepTogether: true })])).toEqual(['0:0-8 1:0-2', '1:2-12'])
  })
  test('leave no single line where the paragraph asks for it', () => {
    expect(show([block(9), block(5, { widowControl: true })])).toEqual(['0:0-9', '1:0-5'])
    expect(show([block(6), block(5, { widowControl: true })])).toEqual(['0:0-6 1:0-3', '1:3-5'])
    expect(show([block(8), block(3, { widowControl: true })])).toEqual(['0:0-8', '1:0-3'])
  })
  test('take a line higher than the page, and a paper without text', () => {
    expect(show([block(2, { lineHeight: 150 })])).toEqual(['0:0-1', '0:1-2'])
    expect(show([])).toEqual([''])
  })
})

test('every line stands on a page, once, in order, and no page is overfull', () => {
  const any = fc.record({
    lines: fc.integer({ min: 1, max: 30 }),
    lineHeight: fc.constantFrom(10, 14, 28.95),
    spaceBefore: fc.constantFrom(0, 10),
    keepWithNext: fc.boolean(),
    keepTogether: fc.boolean(),
    widowControl: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (blocks) => {
      const pages = paginate(blocks, 100)
      const lines = pages
        .flat()
        .flatMap(({ block: index, from, to }) =>
          Array.from({ length: to - from }, (_unused, line) => `${index}:${from + line}`),
        )
      expect(lines).toEqual(
        blocks.flatMap(({ lines: count }, index) =>
          Array.from({ length: count }, (_unused, line) => `${index}:${line}`),
        ),
      )
      for (const page of pages) {
        const height = page.reduce((sum, { block: index, from, to }, place) => {
          const { lineHeight = 0, spaceBefore = 0 } = blocks[index] ?? {}
          return sum + (to - from) * lineHeight + (place > 0 && from === 0 ? spaceBefore : 0)
        }, 0)
        expect(height).toBeLessThanOrEqual(100.01)
      }
      expect(pages.slice(1).every((page) => page.length > 0)).toBe(true)
    }),
  )
})
