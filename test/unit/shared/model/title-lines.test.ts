import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakTitle } from '../../../../shared/model/title-lines.ts'

test('a title that fits stays in one line', () => {
  expect(breakTitle('在反馈会议上的讲话', 20)).toEqual(['在反馈会议上的讲话'])
})

test('a long one is broken evenly between words', () => {
  expect(breakTitle('在县委第二巡察组巡察柳溪镇党委情况反馈会议上的讲话', 20)).toEqual([
    '在县委第二巡察组巡察柳溪镇党委',
    '情况反馈会议上的讲话',
  ])
})

test.each([
  '县委第二巡察组巡察柳溪镇情况反馈会议主持词',
  '在县委第二巡察组巡察柳溪镇情况反馈会议上的讲话',
  '县委第二巡察组关于巡察柳溪镇党委情况的反馈意见',
])('the name of a place stays whole: %s', (title) => {
  expect(breakTitle(title, 20).some((line) => line.includes('柳溪镇'))).toBe(true)
})

test('no character is lost, no line is too long, and none begins with 的', () => {
  const words = fc.constantFrom(
    '在',
    '县委',
    '巡察组',
    '的',
    '反馈',
    '会议',
    '“回头看”',
    '《条例》',
    '和',
    '柳溪镇',
    '讲话',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.integer({ min: 8, max: 20 }), (parts, perLine) => {
      const title = parts.join('')
      const lines = breakTitle(title, perLine)
      expect(lines.join('')).toBe(title)
      if (lines.length > 1) expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(perLine)
    }),
  )
})
