import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFaultFinder } from '../../../../../shared/checks/rules/fault-finder.ts'
import { rules } from '../../../../../shared/checks/rules/index-of-rules.ts'
import type { Finding } from '../../../../../shared/checks/types.ts'
import { contextOfText } from './rule-cases.ts'

const paragraphs = [
  ...['一、提高站位', '二、抓好整改。', '二、压实责任', '要建好整改台帐，逐项对账。', '今天（星期五）我们开会。'],
  ...[
    '要增强“四个意识”，学习党的二十届三中全会精神。',
    '深刻领悟“两个确立”的决定性意义。',
    '要落实二十届历次全会精神。',
  ],
  ...['涉及资金××万元，由候敬之同志负责。', '（联系人：【待补】）', '要严守六项纪律。', '违反六大纪律的要处理。', ''],
]
const paper = fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))
const PAPERS = join(import.meta.dirname, '../../../../accuracy/dev')
const clauses = readdirSync(PAPERS)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(join(PAPERS, name), 'utf8').split(/[\n。；！？]/))
  .filter((clause) => clause.length > 3)
/** A clause of a paper or a part of one, mostly without a stop: nothing but the line's end parts it from the next. */
const piece = fc
  .tuple(fc.constantFrom(...clauses), fc.nat(20), fc.constantFrom('', '', '。'))
  .map(([clause, cut, end]) => clause.slice(cut < clause.length ? cut : 0) + end)
const order = (findings: Finding[]) =>
  [...findings].sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule))

describe('a fault finder that has seen other papers', () => {
  it('finds in a paper what a new one finds', () => {
    fc.assert(
      fc.property(fc.array(paper, { minLength: 2, maxLength: 6 }), (papers) => {
        const used = createFaultFinder(rules)
        for (const text of papers) {
          const context = contextOfText(text)
          expect(order(used(context))).toEqual(order(createFaultFinder(rules)(context)))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does so for pieces of real papers, cut anywhere, whatever stood beside them before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 3 }),
        (papers) => {
          const used = createFaultFinder(rules)
          for (const lines of papers) {
            const context = contextOfText(['在会议上的讲话', '同志们：', ...lines].join('\n'))
            expect(order(used(context))).toEqual(order(createFaultFinder(rules)(context)))
          }
        },
      ),
      { numRuns: Number(process.env.HUIBEI_RUNS ?? 100) },
    )
  })

  it('shows a rule of one paragraph what is new, and a rule of the paper all of it', () => {
    const seen: string[] = []
    const base = { family: 'form', severity: 'hint', sourceLevel: 'practice', source: '' } as const
    const look = ({ text }: { text: string }) => {
      seen.push(text)
      return []
    }
    const find = createFaultFinder([
      { ...base, id: 'form/new', find: look },
      { ...base, id: 'form/all', wholePaper: true, find: look },
    ])
    find(contextOfText('第一段。\n第二段。\n第三段。'))
    seen.length = 0
    const changed = contextOfText('第一段。\n第二段改了。\n第三段。')
    find(changed)
    expect(seen).toEqual(['第二段改了。', changed.text])
  })

  it('takes the same words in another kind of paragraph for new', () => {
    const find = createFaultFinder(rules)
    const ends = (text: string) => find(contextOfText(text)).filter(({ rule }) => rule === 'form/missing-end')
    expect(ends('要抓好整改。要抓好落实')).toHaveLength(1)
    expect(ends('要抓好整改。要抓好落实')).toHaveLength(1)
  })

  it('forgets what it knew when the meeting changes', () => {
    const find = createFaultFinder(rules)
    const wrongGroup = (group: string) =>
      find(contextOfText('请县委第三巡察组放心。', { facts: { group } })).filter(
        ({ rule }) => rule === 'consistency/other-group',
      )
    expect(wrongGroup('县委第三巡察组')).toHaveLength(0)
    expect(wrongGroup('县委第二巡察组')).toHaveLength(1)
  })
})
