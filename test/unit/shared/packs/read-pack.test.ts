import { expect, it } from 'vitest'
import { createChecker } from '../../../../shared/checks/checker.ts'
import { jsonLines } from '../../../../shared/packs/json-lines.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { readPack, UnreadablePack } from '../../../../shared/packs/read-pack.ts'
import { checkInput, paragraphsView } from '../checks/points/find-in.ts'

const shipped = JSON.stringify(builtInPack, null, 2)

function complaint(text: string): string {
  try {
    readPack(text)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadablePack)
    return (error as UnreadablePack).message
  }
  throw new Error('the pack was taken')
}

/** The line, from 1, on which a text first stands. */
const lineWith = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

it('reads what was written, with and without a mark of the byte order', () => {
  expect(readPack(shipped)).toEqual(builtInPack)
  expect(readPack(`\uFEFF${shipped.replaceAll('\n', '\r\n')}`)).toEqual(builtInPack)
})

it('names the line and the field of a value that cannot be', () => {
  const text = shipped.replace('"level": "expected"', '"level": "must"')
  const line = lineWith(text, '"level": "must"')
  expect(complaint(text)).toMatch(
    new RegExp(`^第 ${line} 行，“points”的“\\w+”的第 \\d+ 项的“level”：只能是 required、expected、optional 中的一个。`),
  )
})

it('names what is missing, what is too much and what is of the wrong kind', () => {
  expect(complaint(shipped.replace('  "name": "会备规则包",\n', ''))).toBe('第 1 行，“name”：缺少这一项，应当是文字。')
  expect(complaint(shipped.replace('"version"', '"versoin": 1,\n  "version"'))).toMatch(
    /^第 4 行，“versoin”：没有这一项/,
  )
  expect(complaint(shipped.replace('"2026-11-23"', '"去年"'))).toBe('第 4 行，“version”：应当是日期，如 2026-12-15。')
  expect(complaint(shipped.replace('"会备规则包"', '7'))).toBe('第 3 行，“name”：应当是文字。')
})

it('says what is wrong with the words of a point', () => {
  const [first] = builtInPack.points.speech[0]?.cover ?? []
  const text = shipped.replace(JSON.stringify(first), '"〔没有的词组〕反馈"')
  expect(complaint(text)).toContain('词组〔没有的词组〕没有定义。')
  expect(complaint(text)).toMatch(/^第 \d{2,} 行，“points”的“speech”/)
})

it('takes brackets and stars for what they are, never for a regular expression', () => {
  const [first] = builtInPack.points.speech
  const points = { ...builtInPack.points, speech: [{ ...first, place: 'anywhere', cover: ['.*…[一二]$'] }] }
  const check = createChecker(readPack(JSON.stringify({ ...builtInPack, points })))
  const stateOf = (text: string) => check(checkInput(paragraphsView(text), 'speech')).points[0]?.state
  expect(stateOf('全县都在认真整改。')).toBe('missing')
  expect(stateOf('这里写着.*和[一二]$。')).toBe('covered')
})

it.each([
  ['', 1],
  ['{\n  "id": "a",\n  name: 1\n}', 3],
  ['{\n  "id": "a"\n  "name": 1\n}', 3],
  ['{\n  "id": "a",\n\n}', 4],
  ['{\n  "id": “a”\n}', 2],
  ['{\n  "id": "a', 2],
  ['{ "id": 1 }\n{', 2],
  ['{ "id": "\\x" }', 1],
])('names the line where %j is no JSON', (text, line) => {
  expect(complaint(text)).toMatch(new RegExp(`^第 ${line} 行：|^这不是规则包`))
})

it('gives up on brackets without end', () => {
  expect(complaint('['.repeat(500_000))).toBe('第 1 行：层次太多。')
})

it('finds the line of every value', () => {
  const lineOf = jsonLines('{\n"a": [\n1,\n{ "b\\u0041": 2 }\n],\n"c": {}\n}')
  expect([['a'], ['a', 0], ['a', 1, 'bA'], ['c'], ['c', 'gone'], []].map(lineOf)).toEqual([2, 3, 4, 6, 6, 1])
})
