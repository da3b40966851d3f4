import { formatDate, type IsoDate } from '../../text/dates.ts'
import type { Handout, HandoutColumn, DutyRow as ProblemDutyRow } from '../handouts/handout.ts'
import type { DutyRow } from './chain.ts'
import { DUE_NAMES, type DueItem } from './due.ts'
import { DUTY_PRINT_COLUMNS } from './duty-columns.ts'
import { type Ledger, ledgerRows, namesIn, type Problem } from './ledger.ts'
import { cellText, ROLL_COLUMNS, shownStatus } from './ledger-columns.ts'
import type { OfficeRules } from './office-rules.ts'
import { completionRate, type LedgerStatistics, type NamedTally, type Tally } from './statistics.ts'

const column = (label: string, width: number, align: HandoutColumn['align'] = 'centre'): HandoutColumn => ({
  label,
  width,
  align,
})

const sheet = (title: string, more: Partial<Handout>): Handout => ({
  kind: 'duties',
  title,
  landscape: false,
  lines: [],
  table: null,
  cards: [],
  notes: [],
  ...more,
})

/** 三清单合一: problem, task and duty in one table across. */
export function rollHandout(ledger: Ledger, title: string): Handout {
  return sheet(title, {
    landscape: true,
    table: {
      columns: ROLL_COLUMNS.map(({ title, width, share }) =>
        column(title, share, width > 12 && share > 21 ? 'left' : 'centre'),
      ),
      rows: ledgerRows(ledger).map(({ problem, number, measure }) =>
        ROLL_COLUMNS.map((found) => cellText(found, problem, number, measure)),
      ),
      merged: {
        columns: ROLL_COLUMNS.filter(({ of }) => of === 'problem').length,
        spans: ledger.map(({ measures }) => Math.max(1, measures.length)),
      },
      rowHeight: 8,
      size: 9,
    },
  })
}

const list = (texts: readonly string[]): string =>
  texts.filter((text) => text.trim() !== '').length === 0
    ? ''
    : texts.map((text, index) => (texts.length > 1 ? `${index + 1}. ${text}` : text)).join('\n')

/** 一事一表: a page a problem, with room for the confirmations. */
export function problemHandout(problem: Problem, number: number, rules: OfficeRules, unit: string): Handout {
  const { measures } = problem
  const people = [
    ...new Set(measures.flatMap(({ leader, owner, leadUnit }) => [leader, owner, leadUnit]).filter(Boolean)),
  ]
  const confirmation = (step: string): string => {
    const taken = problem.closing.find((entry) => entry.step === step)
    return taken ? `${taken.opinion}\n${taken.name}　${formatDate(taken.date)}` : '\n（签名）　　　　年　　月　　日'
  }
  return sheet('巡察反馈问题整改销号表', {
    lines: [`单位：${unit || '＿＿＿＿＿＿'}`],
    table: {
      columns: [column('项目', 34), column('内容', 120, 'left')],
      rows: [
        ['问题序号', String(number)],
        ['责任部门（人）', people.join('、')],
        ['问题类别', [problem.category, problem.subcategory].filter(Boolean).join(' / ')],
        ['巡察反馈的问题', problem.text],
        ['产生问题的原因', problem.cause],
        [
          '整改措施和时限',
          list(
            measures.map(
              ({ text, deadline, types }) =>
                `${text}（${[types.join('，'), deadline && formatDate(deadline)].filter(Boolean).join('，') || '时限未定'}）`,
            ),
          ),
        ],
        ['完成情况', list(measures.map((measure) => `${shownStatus(problem, measure, rules)}。${measure.progress}`))],
        ['佐证材料', list(measures.map(({ evidence }) => evidence))],
        ['举一反三情况', problem.similar],
        ['建章立制', list(measures.map(({ rulesMade }) => rulesMade))],
        ...rules.closingSteps.map((step) => [step, confirmation(step)]),
      ],
      rowHeight: 12,
      size: 12,
    },
  })
}

const cells = ({ total, done, ongoing, open }: Tally): string[] => [
  String(total),
  String(done),
  String(ongoing),
  String(open),
]

/** 统计表: figures for the progress report. */
export function statisticsHandout(statistics: LedgerStatistics, title: string, today: IsoDate): Handout {
  const row = (name: string, tally: Tally) => [name, ...cells(tally), completionRate(tally)]
  const group = (name: string, tallies: readonly NamedTally[]) =>
    tallies.length > 0 ? [[name], ...tallies.map((tally) => row(tally.name, tally))] : []
  return sheet(title, {
    lines: [`统计时间：${formatDate(today)}`],
    table: {
      columns: [
        column('项目', 60, 'left'),
        column('应整改', 18),
        column('已整改', 18),
        column('整改中', 18),
        column('未启动', 18),
        column('完成率', 20),
      ],
      rows: [
        row('反馈问题（个）', statistics.problems),
        row('整改措施（条）', statistics.measures),
        row('其中：立行立改（条）', statistics.immediate),
        ...group('按问题类别（个）', statistics.byCategory),
        ...group('按责任人（条）', statistics.byPerson),
      ],
      rowHeight: 9,
      size: 12,
    },
    notes: [`已销号${statistics.closed}个问题，超期${statistics.overdue}条措施，建立制度${statistics.rulesMade}项。`],
  })
}

/** 督办通知 for one person: what is due and by when. */
export function noticeHandout(name: string, items: readonly DueItem[], today: IsoDate, sender: string): Handout {
  const late = items.filter(({ state }) => state === 'overdue').length
  return sheet('巡察整改督办通知', {
    lines: [
      `${name || '（责任人未定）'}：`,
      `　　截至${formatDate(today)}，由你负责的整改措施还有${items.length}条没有完成${late > 0 ? `，其中${late}条已经超期` : ''}。请抓紧办理，办结后及时填报并附佐证材料。`,
    ],
    table: {
      columns: [
        column('序号', 12),
        column('反馈问题', 42, 'left'),
        column('整改措施', 48, 'left'),
        column('整改时限', 36),
        column('情况', 24),
      ],
      rows: items.map(({ number, problem, measure, state, days }) => [
        String(number),
        problem.text,
        measure.text,
        measure.deadline ? formatDate(measure.deadline) : '未定',
        state === 'overdue' ? `超期${-(days ?? 0)}天` : DUE_NAMES[state],
      ]),
      rowHeight: 10,
      size: 12,
    },
    notes: [sender || '整改工作领导小组办公室', formatDate(today)],
  })
}

/** 责任分工表 by person: who answers for what. */
export function dutiesHandout(rows: readonly DutyRow[], title: string): Handout {
  return sheet(title, {
    landscape: true,
    table: {
      columns: DUTY_PRINT_COLUMNS.map(({ label, width, isLeft }) => column(label, width, isLeft ? 'left' : 'centre')),
      rows: rows.map((row, index) => DUTY_PRINT_COLUMNS.map(({ read }) => read(row, index))),
      rowHeight: 9,
      size: 10.5,
    },
  })
}

/** A problem as a row of 责任分工表 among the handouts: names and units once each. */
export function dutyRow({ text, measures, note }: Problem): ProblemDutyRow {
  const once = (read: (measure: Problem['measures'][number]) => string) =>
    [...new Set(measures.flatMap((measure) => namesIn(read(measure))))].join('、')
  const terms = measures.map(({ deadline, types }) => (deadline ? formatDate(deadline) : types.join('，')))
  return {
    problem: text,
    measures: list(measures.map((measure) => measure.text)),
    leader: once(({ leader }) => leader),
    department: once(({ leadUnit }) => leadUnit),
    partners: once(({ cooperatingUnits }) => cooperatingUnits),
    owner: once(({ owner }) => owner),
    deadline: [...new Set(terms.filter(Boolean))].join('\n'),
    remark: note,
  }
}
