import { describe, expect, it } from 'vitest'
import { checkerFor } from '../../../../shared/checks/checker.ts'
import { noOverrides, packOverridesSchema } from '../../../../shared/model/pack-overrides.ts'
import { effectivePack, overridesProblem } from '../../../../shared/packs/effective-pack.ts'
import { builtInPack, packSchema } from '../../../../shared/packs/pack.ts'
import { checkInput, paragraphsView } from '../checks/points/find-in.ts'

const overrides = packOverridesSchema.parse({
  points: { speech: { O4: { level: 'required', words: ['唠几句家常'] }, Z9: { level: 'optional' } } },
  words: [{ wrong: '柳西镇', right: '柳溪镇' }],
  terms: [{ forms: ['整改专班', '整改工作班子'] }],
})

const check = (pack: typeof builtInPack, text: string) => checkerFor(pack)(checkInput(paragraphsView(text), 'speech'))
const o4 = (pack: typeof builtInPack, text: string) => check(pack, text).points.find(({ id }) => id === 'O4')

it('is the shipped pack itself while the office has changed nothing', () => {
  expect(effectivePack(builtInPack, null, noOverrides)).toBe(builtInPack)
})

it('lays levels, words and terms over the pack, which stays a valid one', () => {
  const pack = effectivePack(builtInPack, null, overrides)
  expect(packSchema.parse(pack)).toEqual(pack)
  expect(o4(builtInPack, '下面唠几句家常。')).toMatchObject({ level: 'expected', state: 'missing' })
  expect(o4(pack, '下面唠几句家常。')).toMatchObject({ level: 'required', state: 'covered' })
  expect(check(pack, '柳西镇要成立整改专班，整改工作班子要负责。').findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rule: 'language/confused-word', text: '柳西镇', suggestion: '柳溪镇' }),
      expect.objectContaining({ rule: 'consistency/two-forms' }),
    ]),
  )
})

it('keeps the office’s changes over a newer pack, shipped or imported, and waits for points it does not have', () => {
  const speech = builtInPack.points.speech.map((point) => (point.id === 'O4' ? { ...point, title: '报数' } : point))
  const newer = { ...builtInPack, version: '2027-05-01', points: { ...builtInPack.points, speech } }
  for (const pack of [effectivePack(newer, null, overrides), effectivePack(builtInPack, newer, overrides)]) {
    expect(pack.version).toBe('2027-05-01')
    expect(pack.points.speech.find(({ id }) => id === 'O4')).toMatchObject({ title: '报数', level: 'required' })
    expect(pack.points.speech).toHaveLength(speech.length)
  }
})

it('takes facts an older imported pack does not know from the shipped one', () => {
  const older = { ...builtInPack, facts: builtInPack.facts.slice(3) }
  const keys = effectivePack(builtInPack, older, noOverrides).facts.map(({ key }) => key)
  expect(keys.toSorted()).toEqual(builtInPack.facts.map(({ key }) => key).toSorted())
})

it('lets the office’s right form win over the pack’s', () => {
  const pack = effectivePack(builtInPack, null, { ...noOverrides, words: [{ wrong: '布暑', right: '安排' }] })
  const found = check(pack, '会议布暑了整改工作。').findings.filter(({ text }) => text === '布暑')
  expect(found.map(({ suggestion }) => suggestion)).toEqual(['安排'])
})

describe('refuses', () => {
  const words = (...list: string[]) => packOverridesSchema.parse({ points: { speech: { O4: { words: list } } } })
  it.each([
    ['（甲方／乙方', '括号没有配上'],
    ['〔没有〕', '没有定义'],
    ['整改／的', '只有一个字'],
    ['整改……', '空着的词'],
  ])('%s', (phrase, problem) => {
    expect(overridesProblem(words(phrase))).toContain(problem)
  })
  it('a word that is its own right form, and one that stands twice', () => {
    const same = { wrong: '整改', right: '整改' }
    expect(overridesProblem({ ...noOverrides, words: [same] })).toContain('一样')
    const other = { wrong: '布暑', right: '部署' }
    expect(overridesProblem({ ...noOverrides, words: [other, other] })).toContain('两次')
  })
  it('nothing that is fine', () => {
    expect(overridesProblem(words('扛起…责任', '（抓好／抓实）……整改'))).toBeNull()
  })
})
