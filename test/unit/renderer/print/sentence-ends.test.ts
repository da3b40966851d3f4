import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betterBreak, sentenceEnds } from '../../../../renderer/print/sentence-ends.ts'

/** Lines of ten characters. */
const lineOf = (end: number) => Math.floor((end - 1) / 10)
const text = '一二三四五六七八。一二三四五六七八九十一二三四五六七八九十一二三四。一二三四五六七八九十一二三。'

test('a sentence ends behind its mark and what closes after it', () => {
  expect(sentenceEnds('他说：“好。”走了！（对吗？）是')).toEqual([7, 10, 15])
})

test('a paragraph is broken behind the last sentence that ends on the page', () => {
  expect(betterBreak(text, { lineOf, from: 0, to: 4, most: 4 })).toBe(34)
  expect(betterBreak(text, { lineOf, from: 0, to: 3, most: 4 })).toBe(9)
})

test('not where too much would stay empty, or nothing ends, or it goes over at an end anyhow', () => {
  expect(betterBreak(text, { lineOf, from: 0, to: 3, most: 1 })).toBeNull()
  expect(betterBreak(text, { lineOf, from: 1, to: 3, most: 4 })).toBeNull()
  expect(betterBreak('一二三四五六七八九。一二三四五', { lineOf, from: 0, to: 1, most: 4 })).toBeNull()
  expect(betterBreak('一二三四五六七八九十一二三四五', { lineOf, from: 0, to: 1, most: 4 })).toBeNull()
})

test('never leaves more lines empty than may be, nor an empty piece', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('字', '字', '字', '。'), minLength: 11, maxLength: 200 }),
      fc.nat(5),
      fc.nat(),
      (any, most, wish) => {
        const lines = lineOf(any.length) + 1
        const to = 1 + (wish % Math.max(1, lines - 1))
        const end = betterBreak(any, { lineOf, from: 0, to, most })
        if (end === null) return
        expect(end).toBeGreaterThan(0)
        expect(end).toBeLessThan(any.length)
        expect(to - 1 - lineOf(end)).toBeLessThanOrEqual(most)
        expect(any.slice(end).match(/^。/)).toBeNull()
      },
    ),
  )
})
