import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../../../shared/checks/rules/index-of-rules.ts'
import { findingsOf } from './rule-cases.ts'

const pieces = [
  ...['一、', '（一）', '1.', '一要', '二是', '第一，', '讲三点意见', '4个方面13个问题', '党的领导方面3个'],
  ...['“', '”', '‘', '’', '（', '）', '《', '》', '(', ')', '"', '…', '—', '，', '。', '；', '：', '、', ',', '.'],
  ...['要', '要', '的', '了', '县', '镇', '街道', '第二巡察组', '侯敬之', '许文', '县委常委', '书记', '截止', '台帐'],
  ...[
    '2026年2月30日',
    '3月18日',
    '（星期五）',
    '至',
    '前',
    '6个月',
    '十四五',
    '四个意识',
    '两个确立',
    '移交',
    '加强',
    '力度',
  ],
  ...['X', '××', '＿＿', '【', '】', '12', '3百', '百分之90', ' ', '　', '\n', '\u{20000}', 'A'],
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(''))

describe('rules', () => {
  it('have each their own name, made of the family and what they watch', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, family, source } of rules) {
      expect(id).toMatch(new RegExp(`^${family}/[a-z-]+$`))
      expect(source).not.toBe('')
    }
  })

  it('point into the text and say something, whatever the text', () => {
    fc.assert(
      fc.property(text, (own) => {
        for (const { start, end, message, source, text: quote } of findingsOf(own)) {
          expect(start).toBeLessThan(end)
          expect(quote).toHaveLength(end - start)
          expect(message).toMatch(/[。！？]$/)
          expect(source).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('say the same of the same text', () => {
    fc.assert(
      fc.property(text, (own) => {
        expect(findingsOf(own)).toEqual(findingsOf(own))
      }),
      { numRuns: 50 },
    )
  })

  it('find a fault wherever its paragraph stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('要建好整改台帐。', '涉及资金××万元。', '任组长,要负责。'),
        fc.nat(5),
        (fault, before) => {
          const own = [...Array.from({ length: before }, (_, index) => `这是第${index}段，说的是别的事。`), fault].join(
            '\n',
          )
          expect(findingsOf(own).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
