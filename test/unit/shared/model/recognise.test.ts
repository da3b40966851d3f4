import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { textView } from '../../../../shared/model/text-view.ts'

const noFacts = (key: string) => ({ text: null, label: key })

/** Every block as “kind level? marker|text”, counted markers in [ ], restarted ones with !, kept ones in < >. */
function outline(text: string): string[] {
  const { doc } = recognisePaper(sourceLines(text))
  const view = textView(doc, noFacts)
  return view.blocks.map((block) => {
    const node = doc.nodeAt(block.pos)
    const words = view.text.slice(block.start + block.marker.length, block.end)
    if (block.kind !== 'heading') return `${block.kind}${block.role ? ` ${block.role}` : ''}: ${words}`
    const marker = block.counted ? `[${block.marker}]${node?.attrs.restart ? '!' : ''}` : `<${block.marker}>`
    return `${block.level} ${marker}${words}`
  })
}
const body = (...lines: string[]) => outline(['在会上的讲话', '同志们：', ...lines].join('\n')).slice(2)

describe('the front of a paper', () => {
  test('title, date, speaker, salutation', () => {
    expect(outline('在反馈会议上的讲话\n（2026年11月22日）\n县委常委　周启\n同志们：\n开始。')).toEqual([
      'title: 在反馈会议上的讲话',
      'byline date: （2026年11月22日）',
      'byline speaker: 县委常委　周启',
      'salutation: 同志们：',
      'paragraph: 开始。',
    ])
  })

  test.each([
    ['two lines', '在县委第二巡察组巡察柳溪镇\n情况反馈会议上的讲话\n周启\n各位领导、同志们：\n开始。', 2],
    ['a main and a sub-title', '把担子挑起来\n——在反馈会议上的讲话\n（讨论稿）\n同志们：\n开始。', 2],
    ['one line and a name', '表态发言\n孙长河\n各位领导：\n开始。', 1],
  ])('a title of %s', (_, text, lines) => {
    const [title, byline] = outline(text)
    expect(title?.split('\n')).toHaveLength(lines)
    expect(byline).toMatch(/^byline (speaker|note)/)
  })

  test('by-lines without a salutation', () => {
    expect(outline('关于巡察柳溪镇党委的反馈意见\n（讨论稿）\n根据县委部署，巡察组进驻了柳溪镇。')).toEqual([
      'title: 关于巡察柳溪镇党委的反馈意见',
      'byline note: （讨论稿）',
      'paragraph: 根据县委部署，巡察组进驻了柳溪镇。',
    ])
  })

  test('an addressed paper', () => {
    expect(outline('关于巡察柳溪镇党委的反馈意见\n柳溪镇党委：\n根据安排，现反馈如下。')[1]).toBe(
      'salutation: 柳溪镇党委：',
    )
  })

  test('nothing of it', () => {
    expect(outline('今天开会，我讲三点。\n一、提高站位').slice(1)).toEqual([
      'paragraph: 今天开会，我讲三点。',
      '1 [一、]提高站位',
    ])
    expect(outline('同志们：\n开会。').slice(1)).toEqual(['salutation: 同志们：', 'paragraph: 开会。'])
    expect(recognisePaper(sourceLines('今天开会。')).notes).toEqual(['没有找到标题，请在第一行补上。'])
  })

  test('nothing at all', () => {
    expect(recognisePaper([]).doc.childCount).toBe(2)
  })
})

describe('headings', () => {
  test('the four levels, and the forms inside a part', () => {
    expect(
      body('一、甲', '（一）乙。说明。', '1.丙。说明。', '（1）丁', '二、戊', '一要快。说明。', '二要准。说明。'),
    ).toEqual([
      '1 [一、]甲',
      '2 [（一）]乙。说明。',
      '3 [1.]丙。说明。',
      '4 [（1）]丁',
      '1 [二、]戊',
      '2 [一要]快。说明。',
      '2 [二要]准。说明。',
    ])
  })

  test('一是 stands one level under what is open', () => {
    expect(body('一、甲', '（一）乙', '一是清。说明。', '二是短。说明。', '（二）丙')).toEqual([
      '1 [一、]甲',
      '2 [（一）]乙',
      '3 [一是]清。说明。',
      '3 [二是]短。说明。',
      '2 [（二）]丙',
    ])
  })

  test('第一， heads the parts where there is no 一、', () => {
    expect(body('第一，提高站位。说明。', '一是学。说明。', '第二，抓好整改。说明。')).toEqual([
      '1 [第一，]提高站位。说明。',
      '2 [一是]学。说明。',
      '1 [第二，]抓好整改。说明。',
    ])
  })

  test.each([
    ['half-width brackets', '(一)甲', '2 <(一)>甲'],
    ['a dot behind 一', '一.甲', '1 <一.>甲'],
    ['、 behind a figure', '1、甲', '3 <1、>甲'],
    ['a full-width figure', '１．甲', '3 <１．>甲'],
    ['a circled figure', '①甲', '4 <①>甲'],
    ['a bracket behind only', '1）甲', '4 <1）>甲'],
  ])('%s is kept as it stands', (_, line, expected) => {
    expect(body(line)).toEqual([expected])
  })

  test('a gap is kept, and counting goes on from it', () => {
    expect(body('一、甲', '三、乙', '四、丙')).toEqual(['1 [一、]甲', '1 <三、>乙', '1 [四、]丙'])
  })

  test('a second beginning restarts the count', () => {
    expect(body('（一）甲', '（二）乙', '（一）丙')).toEqual(['2 [（一）]甲', '2 [（二）]乙', '2 [（一）]!丙'])
  })

  test.each([
    '一、二年级的老师先走。',
    '1、2号楼的电梯坏了。',
    '一是一、二是二，账要算清。',
    '三要素缺一不可。',
    '第一、第二产业都要抓。',
    '第一书记要驻村。',
    '十四五以来，我镇发展很快。',
    '1.5万亩农田受了灾。',
    '2026.11.22开的会。',
    '一要快。说明。二要准。说明。',
  ])('%s is a paragraph', (line) => {
    expect(body(line, '完。')[0]).toBe(`paragraph: ${line}`)
  })

  test('figures in a head are no enumeration', () => {
    expect(body('一、两个维护要做到', '二、三个方面的问题')).toEqual([
      '1 [一、]两个维护要做到',
      '1 [二、]三个方面的问题',
    ])
  })

  test('a heading of the file without a number', () => {
    const { doc } = recognisePaper([
      { text: '工作方案', role: 'title' },
      { text: '总体要求', styleLevel: 1 },
      { text: '正文。' },
    ])
    expect(doc.child(1).attrs).toMatchObject({ level: 1, fixedMarker: '' })
  })
})

describe('the closing', () => {
  test('thanks, with the wrap-up before them', () => {
    expect(body('一、甲', '说明。', '同志们，路在脚下。', '谢谢大家！')).toEqual([
      '1 [一、]甲',
      'paragraph: 说明。',
      'closing: 同志们，路在脚下。',
      'closing: 谢谢大家！',
    ])
  })

  test('not the only paragraph of a part', () => {
    expect(body('一、甲', '同志们，路在脚下。')[1]).toBe('paragraph: 同志们，路在脚下。')
  })

  test('a signature with its date', () => {
    expect(body('请报送整改方案。', '县委第二巡察组', '2026年12月15日').slice(1)).toEqual([
      'closing: 县委第二巡察组',
      'closing: 2026年12月15日',
    ])
    expect(body('请报送整改方案。', '时间如下：', '2026年12月15日')[2]).toBe('paragraph: 2026年12月15日')
  })

  test('never the whole text', () => {
    expect(body('谢谢大家！')).toEqual(['paragraph: 谢谢大家！'])
  })
})

describe('the text', () => {
  const expected = (text: string) =>
    text
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  const kept = (text: string) => textView(recognisePaper(sourceLines(text)).doc, noFacts).text

  test('of a whole speech is kept', () => {
    const speech = readFileSync(new URL('../../../fixtures/docx/four-levels.txt', import.meta.url), 'utf8')
    expect(kept(speech)).toBe(expected(speech))
    expect(recognisePaper(sourceLines(speech)).notes).toEqual([])
  })

  const piece = fc.constantFrom(
    ...[
      '一、',
      '二、',
      '三、',
      '（一）',
      '(二)',
      '1.',
      '2、',
      '（1）',
      '①',
      '一要',
      '二是',
      '第一，',
      '第二、',
      '十四五',
    ],
    ...['同志们：', '同志们，', '谢谢大家！', '在会上的讲话', '（2026年11月22日）', '周启', '县委书记　周启', '——'],
    ...['整改', '。', '，', '“', '”', ' ', '　', '\t', '\n', '\r\n', '\n\n', '\v', '5', '万亩', '…', '𠮷'],
  )

  test('is kept whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          expect(kept(text)).toBe(expected(text))
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('of great length takes linear time', () => {
    const speech = `在会上的讲话\n同志们：\n${'一要快。说明。\n（一）甲，乙；丙。\n1.丁。\n'.repeat(20_000)}`
    const started = performance.now()
    expect(kept(speech).length).toBeGreaterThan(400_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

test('a line of a web page over the title is said, and kept', () => {
  const text = '首页 > 工作动态 > 正文\n在巡察反馈会议上的讲话\n同志们：\n今天开会。'
  const { doc, notes } = recognisePaper(sourceLines(text))
  expect(textView(doc, () => ({ text: null, label: '' })).text).toBe(text)
  expect(notes.join('')).toContain('“首页 > 工作动态 > 正文”像是从网页上带来的')
  const plain = recognisePaper(sourceLines('县委第二巡察组\n关于巡察柳溪镇情况的反馈意见\n正文。'))
  expect(plain.notes).toEqual([])
})
