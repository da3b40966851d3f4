import { expect, test } from 'vitest'
import { parseMarkedWords, readings } from '../../../../shared/text/readings.ts'

const shown = (text: string, words = '', rare = true) =>
  readings(text, { rare, words: parseMarkedWords(words) }).map(
    ({ start, end, pinyin }) => `${text.slice(start, end)}${pinyin}`,
  )

test('characters outside the usual 3,755 get their reading, others none', () => {
  expect(shown('彭砺之、何云岫同志')).toEqual(['砺lì', '岫xiù'])
  expect(shown('整改要见人见事见制度，〇三号')).toEqual([])
  expect(shown('彭砺之', '', false)).toEqual([])
})

test('marked words are read as surnames are, or as somebody wrote', () => {
  expect(shown('仇海同志，报仇', '仇海')).toEqual(['仇qiú', '海hǎi'])
  expect(shown('单县县委', '单县(shàn xiàn)')).toEqual(['单shàn', '县xiàn'])
  expect(shown('乐安镇、乐安镇', '乐安（lè ān）、')).toEqual(['乐lè', '安ān', '乐lè', '安ān'])
})

test('what is no word is passed over; a reading of the wrong length is not believed', () => {
  expect(parseMarkedWords(' 、，abc\n重(x y z)')).toEqual([{ word: '重', syllables: null }])
  expect(shown('a😀\u{20bb7}野家', '𠮷野')).toEqual(['野yě'])
})
