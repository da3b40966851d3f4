import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, readDeadline, ruleDeadline } from '../../../../../shared/model/rectification/deadlines.ts'
import { ledgerTable } from '../../../../../shared/model/rectification/ledger-columns.ts'
import { readLedgerTable, type Table } from '../../../../../shared/model/rectification/ledger-table.ts'
import { defaultOfficeRules as rules } from '../../../../../shared/model/rectification/office-rules.ts'
import { readFeedback } from '../../../../../shared/model/rectification/read-feedback.ts'
import { addWorkdays } from '../../../../../shared/model/rectification/workdays.ts'
import { arbitraryLedger } from './rectification-arbitraries.ts'

const table = (...rows: (string | null)[][]): Table =>
  rows.map((row, at) =>
    row.map((text, column) => {
      // null: the cell above goes on.
      let above = at
      while (text === null && rows[above]?.[column] === null) above -= 1
      return { text: text ?? rows[above]?.[column] ?? '', isContinued: text === null }
    }),
  )

describe('dates', () => {
  it.each([
    ['2026-3-2', '2026-03-02'],
    ['2026.12.31', '2026-12-31'],
    ['２０２６年３月２日前', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['2026年2月底', '2026-02-28'],
    ['2028年2月底前', '2028-02-29'],
    ['2026年底前', '2026-12-31'],
    ['2026年6月30日之前完成', '2026-06-30'],
    ['2026年2月30日', null],
    ['2026年13月', null],
    ['尽快', null],
  ])('%s', (written, date) => expect(readDate(written)).toBe(date))
  it('come with the kind of the measure', () => {
    expect(readDeadline('立行立改，长期坚持', rules)).toEqual({ types: ['立行立改', '长期坚持'], deadline: null })
    expect(readDeadline('2026年底前，并长期坚持', rules)).toEqual({ types: ['长期坚持'], deadline: '2026-12-31' })
    expect(readDeadline('', rules)).toEqual({ types: [], deadline: null })
    expect(readDeadline('抓紧办', rules)).toBeNull()
  })
  it('count working days by the office’s calendar', () => {
    const calendar = { holidays: ['2027-01-01'], workingWeekends: ['2027-01-03'] }
    // Thursday 31 December; Friday off; Saturday; Sunday worked; Monday.
    expect(addWorkdays('2026-12-31', 2, calendar)).toBe('2027-01-04')
    expect(addWorkdays('2026-12-31', 2, { holidays: [], workingWeekends: [] })).toBe('2027-01-04')
    expect(addWorkdays('2026-12-31', 3, { holidays: ['2027-01-01'], workingWeekends: [] })).toBe('2027-01-06')
    expect(addWorkdays('2026-02-31', 3, calendar)).toBeNull()
  })
  it('follow from the kinds: the earliest counts, 长期坚持 has none', () => {
    expect(ruleDeadline(['立行立改', '长期坚持'], '2026-12-15', '2027-06-15', rules)).toBe('2027-01-05')
    expect(ruleDeadline(['限期整改'], '2026-12-15', '2027-06-15', rules)).toBe('2027-06-15')
    expect(ruleDeadline(['长期坚持'], '2026-12-15', '2027-06-15', rules)).toBeNull()
    expect(ruleDeadline(['立行立改'], null, null, rules)).toBeNull()
  })
})

describe('a table', () => {
  it('with several rows a problem is read, merged cells or empty ones', () => {
    const merged = table(
      ['序号', '存在问题', '整改措施', '责任领导', '责任人', '整改时限'],
      ['1', '供水点水质检测不及时', '每月检测一次', '陆石泉', '秦越川', '2026年12月31日'],
      [null, null, '检测结果上墙', '陆石泉', '秦越川', '立行立改，长期坚持'],
      ['2', '沟渠淤塞', '清理三处', '孟春畦', '秦越川', '2027年3月底前'],
    )
    const read = readLedgerTable(merged, rules)
    expect(read.faults).toEqual([])
    expect(read.problems.map(({ text }) => text)).toEqual(['供水点水质检测不及时', '沟渠淤塞'])
    expect(read.measures.map((list) => list.map(({ text, deadline, types }) => [text, deadline, types]))).toEqual([
      [
        ['每月检测一次', '2026-12-31', []],
        ['检测结果上墙', null, ['立行立改', '长期坚持']],
      ],
      [['清理三处', '2027-03-31', []]],
    ])
    const blank = merged.map((row) => row.map((cell) => (cell.isContinued ? { text: '', isContinued: false } : cell)))
    expect(readLedgerTable(blank, rules).measures).toEqual(read.measures)
  })
  it('names what it cannot take by row and column', () => {
    const read = readLedgerTable(
      table(
        ['整改台账', '', '', ''],
        ['反馈问题', '整改措施', '整改时限', '状态'],
        ['甲', '乙', '2026年2月30日', '快好了'],
      ),
      rules,
    )
    expect(read.faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 'C列“整改时限”'],
      [3, 'D列“整改状态”'],
    ])
    expect(read.faults[0]?.message).toContain('2026年2月30日')
  })
  it('without a heading row is refused', () => {
    expect(readLedgerTable(table(['甲', '乙'], ['丙', '丁']), rules).faults[0]?.message).toContain('没有找到表头')
  })
  it('written and read again is the same ledger', () => {
    fc.assert(
      fc.property(arbitraryLedger, (ledger) => {
        fc.pre(ledger.length > 0)
        const { header, rows, spans } = ledgerTable(ledger)
        const starts = new Set(spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0)))
        const problemColumns = new Set([
          '序号',
          '问题类别',
          '二级类别',
          '反馈问题',
          '原因分析',
          '认领人',
          '举一反三',
          '销号审核',
          '备注',
          '反馈原文',
        ])
        const cells: Table = [
          header.map((text) => ({ text, isContinued: false })),
          ...rows.map((row, at) =>
            row.map((text, column) => ({
              text,
              isContinued: !starts.has(at) && problemColumns.has(header[column] ?? ''),
            })),
          ),
        ]
        const read = readLedgerTable(cells, rules)
        expect(read.faults).toEqual([])
        const back = read.problems.map((problem, index) => ({ ...problem, measures: read.measures[index] }))
        expect(back).toEqual(
          ledger.map(({ id: _id, measures, ...problem }) => ({
            ...problem,
            measures: measures.map(({ id: _, ...measure }) => measure),
          })),
        )
      }),
    )
  })
})

describe('a 反馈意见', () => {
  const categories = rules.frameworks.四个聚焦 ?? []
  const text = [
    '一、主要工作情况',
    '1. 各项工作取得成绩。',
    '二、发现的主要问题',
    '巡察发现2个方面5个问题。',
    '（一）聚焦党中央决策部署和县委要求在基层落实情况方面。一是学习政策停留在念文件。二是高标准农田管护责任不清，三处沟渠淤塞。',
    '（二）群众身边不正之风和腐败问题',
    '1．惠农资金发放不及时。抽查32户，有9户晚发三个月。',
    '2、部分村集体房屋出租未经集体研究。',
    '三是站所报账不规范，附件不全。',
    '三、整改意见建议',
    '（一）加强理论武装。一是带头学习，二是抓好落实。',
  ].join('\n')
  it('gives its problems with category and source, and only those', () => {
    const { problems, announced } = readFeedback(text, categories)
    expect(problems.map(({ text }) => text)).toEqual([
      '学习政策停留在念文件',
      '高标准农田管护责任不清，三处沟渠淤塞',
      '惠农资金发放不及时',
      '部分村集体房屋出租未经集体研究',
      '站所报账不规范，附件不全',
    ])
    expect(problems.map(({ category }) => categories.indexOf(category))).toEqual([0, 0, 1, 1, 1])
    expect(problems[2]?.source).toContain('抽查32户')
    expect(announced).toEqual({ aspects: 2, problems: 5 })
  })
  it('without parts is read all the same; text without numbering gives nothing', () => {
    expect(readFeedback('1. 支部记录事后补。\n2. 党员教育少。', categories).problems).toHaveLength(2)
    expect(readFeedback('镇党委带领干部群众发展茶叶产业，各项工作取得了成绩。', categories).problems).toEqual([])
  })
})
