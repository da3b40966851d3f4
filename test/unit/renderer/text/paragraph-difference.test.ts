import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphDifference, partDifference } from '../../../../renderer/text/paragraph-difference.ts'

const OLDER = [
  '讲话',
  '同志们：',
  '一、提高站位',
  '整改要在三个月内到位。',
  '这一段要删。',
  '二、压实责任',
  '书记是第一责任人。',
]
const NEWER = [
  '讲话',
  '同志们：',
  '一、提高站位',
  '整改要在六个月内到位。',
  '二、压实责任',
  '书记是第一责任人。',
  '镇长负具体责任。',
]

describe('the difference by paragraphs', () => {
  test('names what was rewritten, what went and what came, in words', () => {
    const changes = paragraphDifference(OLDER.join('\n'), NEWER.join('\n')).filter(({ kind }) => kind !== 'same')
    expect(changes).toEqual([
      {
        kind: 'changed',
        parts: [
          { kind: 'same', text: '整改要在' },
          { kind: 'removed', text: '三个月' },
          { kind: 'added', text: '六个月' },
          { kind: 'same', text: '内到位。' },
        ],
      },
      { kind: 'removed', parts: [{ kind: 'removed', text: '这一段要删。' }] },
      { kind: 'added', parts: [{ kind: 'added', text: '镇长负具体责任。' }] },
    ])
  })

  test('is gathered by parts, with its size', () => {
    expect(
      partDifference(OLDER.join('\n'), NEWER.join('\n')).map(({ title, added, removed }) => ({
        title,
        added,
        removed,
      })),
    ).toEqual([
      { title: '', added: 0, removed: 0 },
      { title: '一、提高站位', added: 3, removed: 9 },
      { title: '二、压实责任', added: 8, removed: 0 },
    ])
  })

  test('holds both texts whole, whatever they are', () => {
    const line = fc.string({ unit: fc.constantFrom('整', '改', '一', '、', '。', '三', '个', '月') })
    const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const changes = paragraphDifference(older, newer)
        const side = (unwanted: 'added' | 'removed') =>
          changes
            .filter(({ kind }) => kind !== unwanted)
            .map(({ parts }) => parts.flatMap((part) => (part.kind === unwanted ? [] : part.text)).join(''))
            .join('\n')
        expect(side('added')).toBe(older)
        expect(side('removed')).toBe(newer)
      }),
    )
  })
})
