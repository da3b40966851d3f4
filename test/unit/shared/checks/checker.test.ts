import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { PAPER_KINDS } from '../../../../shared/model/kinds.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { checkView, paragraphsView, recognisedView } from './points/find-in.ts'

const words = [
  ...[
    '主体责任',
    '第一责任人',
    '整改方案',
    '2026年3月31日前',
    '“四个意识”',
    '“',
    '”',
    '（此处补充）',
    '××',
    '讲三点意见',
  ],
  ...[
    '要',
    '，',
    '。',
    '；',
    '：',
    '一、',
    '（一）',
    '1.',
    '一是',
    '不是',
    '不到位',
    '方面3个',
    'A',
    ' ',
    '　',
    '\u{20000}',
  ],
]
const paragraph = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((pieces) => pieces.join(''))
const paper = fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'))
const kind = fc.constantFrom(...PAPER_KINDS)

describe('any text', () => {
  test('keeps every range inside the text, with the text it names', () => {
    fc.assert(
      fc.property(paper, kind, (text, paperKind) => {
        const view = recognisedView(text)
        const report = checkView(view, paperKind)
        const ranges = [
          ...report.outline,
          ...report.placeholders,
          ...report.points.flatMap(({ evidence }) => evidence),
          ...report.findings,
          ...report.findings.flatMap(({ related }) => related ?? []),
        ]
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThanOrEqual(view.text.length)
          expect(range.text).toBe(view.text.slice(range.start, range.end))
        }
      }),
    )
  })

  test('gives the same report twice', () => {
    fc.assert(
      fc.property(paper, kind, (text, paperKind) => {
        expect(checkView(recognisedView(text), paperKind)).toEqual(checkView(recognisedView(text), paperKind))
      }),
    )
  })

  test('has one result for each point of its kind, in the order of the pack', () => {
    fc.assert(
      fc.property(paper, kind, (text, paperKind) => {
        const ids = checkView(recognisedView(text), paperKind).points.map(({ id }) => id)
        expect(ids).toEqual(builtInPack.points[paperKind].map(({ id }) => id))
      }),
    )
  })
})

test('the work grows as the text does', () => {
  const sentences = ['要扛起整改主体责任，3月底前完成。', '反馈的12个问题要逐条认领。', '第一，学习；第二，落实。']
  const tries = vi.spyOn(RegExp.prototype, 'exec')
  const triesFor = (paragraphs: number, mark: string) => {
    const lines = Array.from({ length: paragraphs }, (_, index) => `${mark}${index}${sentences[index % 3]}`)
    const view = paragraphsView(...lines)
    tries.mockClear()
    checkView(view, 'speech')
    return tries.mock.calls.length
  }
  try {
    triesFor(50, '先')
    const few = triesFor(100, '甲')
    expect(triesFor(400, '乙')).toBeLessThan(few * 4.4)
    // What was seen is not tried again.
    expect(triesFor(400, '乙')).toBeLessThan(few / 2)
  } finally {
    tries.mockRestore()
  }
})

test('unrelated paragraphs behind a paper take no point away', () => {
  const sentences = [
    '要扛起整改主体责任。',
    '要举一反三。',
    '要建章立制。',
    '要制定整改方案。',
    '主体责任不到位。',
    '天气晴好。',
  ]
  const some = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(some, some, (first, second) => {
      const free = new Set(builtInPack.points.speech.filter(({ place }) => place === 'anywhere').map(({ id }) => id))
      const found = (paragraphs: string[]) =>
        checkView(paragraphsView(...paragraphs), 'speech')
          .points.filter(({ id, state }) => state !== 'missing' && free.has(id))
          .map(({ id }) => id)
      expect(found([...first, ...second])).toEqual(expect.arrayContaining([...found(first), ...found(second)]))
    }),
  )
})

test('counts characters without spaces, and minutes by the rate', () => {
  const report = checkView(paragraphsView('整改'.repeat(450), '　 \u{20000}'), 'speech')
  expect(report.characters).toBe(901)
  expect(report.minutes).toEqual({ min: 4.1, max: 5 })
})

test('lists headings by level with their own words', () => {
  const view = recognisedView(
    '在反馈会上的讲话\n开头。\n一、提高站位\n（一）学深一步。后面的话。\n二、抓实整改\n正文。',
  )
  expect(checkView(view, 'speech').outline.map(({ level, marker, text }) => [level, marker, text])).toEqual([
    [1, '一、', '提高站位'],
    [2, '（一）', '学深一步。'],
    [1, '二、', '抓实整改'],
  ])
})
