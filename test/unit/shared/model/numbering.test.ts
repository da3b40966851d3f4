import { expect, test } from 'vitest'
import { formatMarker, markerOrdinal, numberBlocks } from '../../../../shared/model/numbering.ts'
import { type HeadingAttributes, paperSchema } from '../../../../shared/model/schema.ts'

const numbered = (...headings: Partial<HeadingAttributes>[]) =>
  numberBlocks(
    paperSchema.node('doc', null, [
      paperSchema.node('title'),
      ...headings.map((attributes) => paperSchema.node('heading', attributes)),
    ]),
  ).slice(1)

test.each([
  [1, 'number', 12, '十二、'],
  [2, 'number', 3, '（三）'],
  [3, 'number', 10, '10.'],
  [4, 'number', 2, '（2）'],
  [2, 'yao', 1, '一要'],
  [3, 'shi', 2, '二是'],
  [1, 'di', 3, '第三，'],
  [1, 'number', 12_000, '12000、'],
] as const)('level %i %s %i is %s, and is read back', (level, form, ordinal, marker) => {
  expect(formatMarker(level, form, ordinal)).toBe(marker)
  expect(markerOrdinal(marker)).toBe(ordinal <= 9999 ? ordinal : null)
})

test('each level counts on its own and begins again under a higher one', () => {
  expect(numbered({ level: 1 }, { level: 2 }, { level: 3 }, { level: 2 }, { level: 1 }, { level: 2 })).toEqual([
    '一、',
    '（一）',
    '1.',
    '（二）',
    '二、',
    '（一）',
  ])
})

test('another form, and a restart, begin at one', () => {
  expect(numbered({ level: 2, form: 'yao' }, { level: 2, form: 'shi' }, { level: 2, form: 'shi' })).toEqual([
    '一要',
    '一是',
    '二是',
  ])
  expect(numbered({ level: 2 }, { level: 2, restart: true }, { level: 2 })).toEqual(['（一）', '（一）', '（二）'])
})

test('counting goes on from a marker that was kept', () => {
  expect(numbered({ level: 1 }, { level: 1, fixedMarker: '5、' }, { level: 1 })).toEqual(['一、', '5、', '六、'])
  expect(numbered({ level: 1 }, { level: 1, fixedMarker: '' }, { level: 1 })).toEqual(['一、', '', '三、'])
})
