import { expect, test } from 'vitest'
import { findQuotes } from '../../../../../shared/checks/reading/quotes.ts'

const quoted = (text: string) => findQuotes(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['做好“后半篇文章”。', ['“后半篇文章”']],
  ['他说：“国有企业姓‘国’，更姓‘党’。”', ['“国有企业姓‘国’，更姓‘党’。”', '‘国’', '‘党’']],
  ['“甲”和“乙”', ['“甲”', '“乙”']],
  ['没有配上的”和“', []],
  ['“外‘没有关上”之后', ['“外‘没有关上”']],
])('%s', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})
