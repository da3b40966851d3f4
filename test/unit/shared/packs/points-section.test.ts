import { expect, test } from 'vitest'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { pointsSection } from '../../../../shared/packs/points-section.ts'

const shipped = builtInPack.points

test('names the list, the point and the field of a pattern that cannot be read', () => {
  const broken = { ...shipped, speech: shipped.speech.map((one) => ({ ...one, cover: ['〔没有的〕'] })) }
  const issue = pointsSection.safeParse(broken).error?.issues[0]
  expect(issue?.path).toEqual(['speech', 0, 'cover'])
  expect(issue?.message).toBe('O1：词组〔没有的〕没有定义。')
})

test('refuses a number used twice', () => {
  const twice = { ...shipped, response: [...shipped.response, ...shipped.response.slice(0, 1)] }
  expect(pointsSection.safeParse(twice).error?.issues[0]?.message).toBe('B1：编号重复。')
})

test('hints leave blanks or stay short, so that they are no text to copy', () => {
  const lists = [shipped.speech, shipped.response, shipped['host-script'], shipped.feedback].flat()
  expect(lists.filter(({ hint }) => !hint.includes('＿＿') && hint.length > 30).map(({ id }) => id)).toEqual([])
})

test('ships every point of the four kinds of paper', () => {
  const range = (letter: string, last: number) => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)
  expect(shipped.speech.map(({ id }) => id)).toEqual([
    ...range('O', 4),
    ...range('P', 11),
    ...range('H', 14),
    ...range('R', 12),
    ...range('C', 2),
  ])
  expect(shipped.response.map(({ id }) => id)).toEqual(range('B', 10))
  expect(shipped['host-script'].map(({ id }) => id)).toEqual(range('Z', 10))
  expect(shipped.feedback.map(({ id }) => id)).toEqual(range('F', 8))
})
