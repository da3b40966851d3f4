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

test.each([
  [
    '在县委第四巡察组向砚北街道党工委反馈巡察情况会议上的讲话',
    '在县委第四巡察组向砚北街道党工委',
    '反馈巡察情况会议上的讲话',
  ],
  ['县委第六巡察组巡察县交通运输局党组情况反馈会议主持词', '县委第六巡察组巡察县交通运输局党组', '情况反馈会议主持词'],
  [
    '在十四届县委第二轮巡察蓼湾镇村级党组织集中反馈会上的讲话',
    '在十四届县委第二轮巡察',
    '蓼湾镇村级党组织集中反馈会上的讲话',
  ],
  ['县委第二巡察组关于巡察柳溪镇党委的反馈意见', '县委第二巡察组', '关于巡察柳溪镇党委的反馈意见'],
])('words keep their meaning: %s', (title, ...lines) => {
  expect(breakTitle(title, 20)).toEqual(lines)
})

test('what a fact says stays whole, whatever the words look like', () => {
  const title = '在县委第二巡察组巡察白鹭上洲滩情况反馈会上的讲话'
  for (let perLine = 12; perLine <= 20; perLine++) {
    const lines = breakTitle(title, perLine, ['白鹭上洲滩'])
    expect(
      lines.some((line) => line.includes('白鹭上洲滩')),
      `${perLine}`,
    ).toBe(true)
  }
})

test('a fact that is a phrase is broken as one', () => {
  const meeting = '县委第二巡察组巡察柳溪镇情况反馈会议'
  expect(breakTitle(`在${meeting}上的讲话`, 20, [meeting])).toEqual([
    '在县委第二巡察组巡察柳溪镇',
    '情况反馈会议上的讲话',
  ])
})
