import { expect, test } from 'vitest'
import { findBlanks } from '../../../../shared/model/blanks.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'

const found = (text: string) =>
  findBlanks(text, builtInPack.facts).map(({ key, id, blanks }) => [key ?? id, ...blanks.map((blank) => blank.text)])

test('blanks of one meaning come together, wherever they stand', () => {
  expect(found('××镇的同志们：根据××县委部署，县委第×巡察组对××镇开展了巡察，××镇党委要认真整改。')).toEqual([
    ['unit', '××镇', '××镇'],
    ['county', '××县'],
    ['group', '县委第×巡察组'],
    ['partyOrganization', '××镇党委'],
  ])
})

test.each([
  ['（2026年X月X日）', [['meetingDate', '2026年X月X日']]],
  ['（20XX年XX月XX日）', [['meetingDate', '20XX年XX月XX日']]],
  [
    'XXX同志在＿＿镇的讲话',
    [
      ['□同志', 'XXX'],
      ['unit', '＿＿镇'],
    ],
  ],
  [
    '反馈了×个方面××个问题',
    [
      ['problemAspects', '×'],
      ['problemCount', '××'],
    ],
  ],
  ['十五届县委第×轮巡察', [['round', '第×轮']]],
])('%s', (text, groups) => expect(found(text)).toEqual(groups))

test('what nobody knows is told apart by the words behind it', () => {
  expect(found('发现×项问题、××项问题，移交＿＿件线索')).toEqual([
    ['□项问', '×', '××'],
    ['□件线', '＿＿'],
  ])
})

test.each(['2026年3月18日', '用XML写的表', '拍X光片', '5×3排座位', '3月18日，柳溪镇', ''])('%s has none', (text) =>
  expect(found(text)).toEqual([]),
)

test('ranges are those of the text', () => {
  const text = '对××镇、××镇'
  for (const { start, end, text: blank } of findBlanks(text, builtInPack.facts).flatMap(({ blanks }) => blanks))
    expect(text.slice(start, end)).toBe(blank)
})
