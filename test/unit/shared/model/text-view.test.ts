import { expect, test } from 'vitest'
import { type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'
import { type FactText, headLength, textView } from '../../../../shared/model/text-view.ts'

const facts: FactText = (key) => ({ text: key === 'unit' ? '柳溪镇' : null, label: '会议地点' })
const text = (value: string) => paperSchema.text(value)
const fact = (key: string) => paperSchema.node('fact', { key })
const node = (type: string, content: PaperNode[] = [], attributes = {}) => paperSchema.node(type, attributes, content)

const doc = node('doc', [
  node('title', [text('在'), fact('unit'), paperSchema.node('line_break'), text('的讲话')]),
  node('paragraph'),
  node('heading', [text('站位要高。'), text('在'), fact('place'), text('开会。')], { level: 2 }),
  node('paragraph', [text('正文。')]),
  node('closing'),
])
const view = textView(doc, facts)

test('the text holds markers, values and open facts; line breaks stay, empty paragraphs leave no line', () => {
  expect(view.text).toBe('在柳溪镇\n的讲话\n（一）站位要高。在【会议地点】开会。\n正文。')
  expect(view.blocks.map(({ start, end }) => view.text.slice(start, end))).toEqual([
    '在柳溪镇\n的讲话',
    '',
    '（一）站位要高。在【会议地点】开会。',
    '正文。',
    '',
  ])
})

test('an open fact is where it stands', () => {
  const [open] = view.openFacts
  expect(view.openFacts).toHaveLength(1)
  expect(view.text.slice(open?.start, open?.end)).toBe('【会议地点】')
})

test('the head of a run-in heading is its first sentence', () => {
  const head = view.blocks[2]?.head
  expect(view.text.slice(head?.start, head?.end)).toBe('站位要高。')
  expect(headLength('提高站位')).toBe(4)
})

test('a range of text leads to the same words in the document, and back', () => {
  for (const words of ['在', '的讲话', '站位', '开会', '正文']) {
    const start = view.text.indexOf(words)
    const { from, to } = view.documentRange({ start, end: start + words.length })
    expect(doc.textBetween(from, to)).toBe(words)
    expect(view.offsetAt(from)).toBe(start)
  }
})

test('a range that touches a fact covers it whole; one inside a marker begins behind it', () => {
  const start = view.text.indexOf('溪')
  const { from, to } = view.documentRange({ start, end: start + 1 })
  expect(doc.nodeAt(from)?.attrs.key).toBe('unit')
  expect(to - from).toBe(1)
  const marker = view.documentRange({ start: view.text.indexOf('（一）'), end: view.text.indexOf('站位') + 2 })
  expect(doc.textBetween(marker.from, marker.to)).toBe('站位')
})

test('a paper without a word has an empty text', () => {
  expect(textView(node('doc', [node('title'), node('paragraph')]), facts).text).toBe('')
})
