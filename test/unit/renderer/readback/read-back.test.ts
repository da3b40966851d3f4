import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../../../renderer/readback/apply-changes.ts'
import { findChanges } from '../../../../renderer/readback/changes.ts'
import { recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'
import { factTextThen, shownFacts } from '../../../../shared/model/shown-facts.ts'
import { textView } from '../../../../shared/model/text-view.ts'

const LINES = [
  '在反馈会议上的讲话',
  '同志们：',
  '今天召开会议，反馈巡察情况。',
  '一、提高站位',
  '巡察整改是政治任务，要在三个月内完成集中整改。',
  '二、压实责任',
  '镇党委书记是第一责任人，要亲自抓、负总责。',
  '谢谢大家！',
]
const read = (lines: readonly string[]): PaperNode => recognisePaper(sourceLines(lines.join('\n'))).doc
const factText = (key: string) => ({ text: { unit: '柳溪镇' }[key] ?? null, label: key })
const text = (doc: PaperNode) => textView(doc, factText).text
const all = (changes: { id: string }[]) => new Set(changes.map(({ id }) => id))
const replaced = (at: number, line: string) => LINES.map((own, index) => (index === at ? line : own))

describe('changes of a draft that came back', () => {
  test('words that were changed are changes of their own, to be taken one by one', () => {
    const exported = read(LINES)
    const edited = read(replaced(4, '巡察整改是严肃的政治任务，要在六个月内完成集中整改。'))
    const changes = findChanges({ exported, edited, present: exported, factText })
    expect(changes.map(({ kind }) => kind)).toEqual(['words', 'words'])
    const first = applyChanges(exported, changes, new Set([changes[0]?.id ?? '']), factText)
    expect(text(first).split('\n')[4]).toBe('巡察整改是严肃的政治任务，要在三个月内完成集中整改。')
    expect(text(applyChanges(exported, changes, all(changes), factText))).toBe(text(edited))
  })

  test('paragraphs that came and went; headings count on', () => {
    const exported = read(LINES)
    const lines = LINES.toSpliced(5, 0, '二、抓好整改', '对照清单逐条整改，改一件、销一件。').filter(
      (_, index) => index !== 2,
    )
    const edited = read(lines.map((line) => line.replace('二、压实责任', '三、压实责任')))
    const changes = findChanges({ exported, edited, present: exported, factText })
    expect(changes.map(({ kind }) => kind)).toEqual(['gone', 'new', 'new'])
    expect(text(applyChanges(exported, changes, all(changes), factText))).toBe(text(edited))
  })

  test('what was changed here since stays, and a paragraph changed in both is shown as such', () => {
    const exported = read(LINES)
    const present = read(replaced(2, '今天召开会议，反馈巡察情况，部署整改。'))
    const edited = read(
      replaced(2, '今天我们召开会议，通报巡察情况。').map((line) => line.replace('亲自抓、负总责', '亲自抓到底')),
    )
    const changes = findChanges({ exported, edited, present, factText })
    expect(changes.map(({ kind }) => kind)).toEqual(['rewritten', 'words'])
    const words = new Set([changes[1]?.id ?? ''])
    expect(
      text(applyChanges(present, changes, words, factText))
        .split('\n')
        .slice(2, 3),
    ).toEqual(['今天召开会议，反馈巡察情况，部署整改。'])
    expect(text(applyChanges(present, changes, all(changes), factText)).split('\n')[2]).toBe(
      '今天我们召开会议，通报巡察情况。',
    )
  })

  test('a fact in words that stay remains a fact', () => {
    const paragraph = paperSchema.node('paragraph', null, [
      paperSchema.text('对'),
      paperSchema.node('fact', { key: 'unit' }),
      paperSchema.text('党委开展了巡察。'),
    ])
    const exported = paperSchema.node('doc', null, [paperSchema.node('title'), paragraph])
    const edited = paperSchema.node('doc', null, [
      paperSchema.node('title'),
      paperSchema.node('paragraph', null, paperSchema.text('对柳溪镇党委开展了常规巡察。')),
    ])
    const changes = findChanges({ exported, edited, present: exported, factText })
    const result = applyChanges(exported, changes, all(changes), factText)
    expect(text(result)).toBe('对柳溪镇党委开展了常规巡察。')
    expect(result.lastChild?.child(1).attrs.key).toBe('unit')
  })

  test('nothing is merged unseen: without a change taken the paper is the very same', () => {
    const exported = read(LINES)
    const changes = findChanges({ exported, edited: read(['别的标题', '别的话。']), present: exported, factText })
    expect(changes.length).toBeGreaterThan(0)
    expect(applyChanges(exported, changes, new Set(), factText)).toBe(exported)
  })

  test('whatever was edited: all changes taken give the edited text, some give a paper', () => {
    const line = fc.constantFrom(...LINES.slice(2), '新的一段话，要求抓好落实。', '（一）抓紧', '三、新的部分')
    const lines = fc.array(line, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, lines, fc.infiniteStream(fc.boolean()), (before, after, coins) => {
        const [exported, edited] = [before, after].map((body) => read(['标题', '同志们：', ...body])) as [
          PaperNode,
          PaperNode,
        ]
        const changes = findChanges({ exported, edited, present: exported, factText })
        const words = (doc: PaperNode) => doc.children.map((node) => node.textContent).filter((own) => own !== '')
        expect(words(applyChanges(exported, changes, all(changes), factText))).toEqual(words(edited))
        const some = new Set(changes.filter(() => coins.next().value).map(({ id }) => id))
        applyChanges(exported, changes, some, factText).check()
      }),
      { numRuns: 300 },
    )
  })
})

describe('facts that changed since', () => {
  const fact = paperSchema.node('fact', { key: 'unit' })
  const paper = (...inline: (string | PaperNode)[]) =>
    paperSchema.node('doc', null, [
      paperSchema.node('title', null, [paperSchema.text('讲话')]),
      paperSchema.node(
        'paragraph',
        null,
        inline.map((piece) => (typeof piece === 'string' ? paperSchema.text(piece) : piece)),
      ),
    ])
  const exported = paper('巡察', fact, '要抓紧整改。')
  const then = shownFacts(exported, () => ({ text: '杨柳镇', label: '单位' }))

  test('are no change of the leader’s, and what is taken leaves them facts', () => {
    const seen = factTextThen(then, factText)
    expect(
      findChanges({ exported, edited: read(['讲话', '巡察杨柳镇要抓紧整改。']), present: exported, factText: seen }),
    ).toEqual([])
    const edited = read(['讲话', '巡察杨柳镇要马上整改。'])
    const changes = findChanges({ exported, edited, present: exported, factText: seen })
    expect(changes).toHaveLength(1)
    // It shows today's value, in the words the leader wrote.
    expect(text(applyChanges(exported, changes, all(changes), seen))).toBe('讲话\n巡察柳溪镇要马上整改。')
    // Without them the old value would look like the leader's.
    expect(findChanges({ exported, edited, present: exported, factText })).toHaveLength(2)
  })

  test('a fact that was open then, or came in since', () => {
    const open = factTextThen(
      shownFacts(exported, () => ({ text: null, label: '单位' })),
      factText,
    )
    expect(open('unit').text).toBeNull()
    expect(factTextThen({}, factText)('unit').text).toBe('柳溪镇')
    expect(factTextThen(null, factText)('unit').text).toBe('柳溪镇')
  })
})

test('the date before the speaker or behind is the office’s choice, no change of the leader’s', () => {
  const exported = read(['讲话', '（2026年12月15日）', '张建国', '正文。'])
  const edited = exported.copy(exported.content.replaceChild(1, exported.child(2)).replaceChild(2, exported.child(1)))
  expect(edited.child(1).attrs.role).toBe('speaker')
  expect(findChanges({ exported, edited, present: exported, factText })).toEqual([])
})
