import { formatDate, type IsoDate } from '../../text/dates.ts'
import type { Handout, HandoutColumn, DutyRow as ProblemDutyRow } from '../handouts/handout.ts'
import type { DutyRow } from './chain.ts'
import { DUE_NAMES, type DueItem } from './due.ts'
import { DUTY_PRINT_COLUMNS } from './duty-columns.ts'
import { type Ledger, ledgerRows, namesIn, type Problem } from './ledger.ts'
import { cellText, ROLL_COLUMNS } from './ledger-columns.ts'
import { joinItems } from './numbered-items.ts'

export const tableColumn = (label: string, width: number, align: HandoutColumn['align'] = 'centre'): HandoutColumn => ({
  label,
  width,
  align,
})

/** A printed sheet of the ledger. */
export const plainHandout = (title: string, more: Partial<Handout>): Handout => ({
  kind: 'duties',
  title,
  landscape: false,
  lines: [],
  table: null,
  cards: [],
  notes: [],
  ...more,
})

/** 2027.5.31: short enough for one line of a narrow column; read back like any other way of writing a day. */
const shortDate = (date: IsoDate | null): string => date?.replace(/-0?/g, '.') ?? ''

/** 三清单合一: problem, task and duty in one table across. */
export function rollHandout(ledger: Ledger, title: string): Handout {
  return plainHandout(title, {
    landscape: true,
    table: {
      columns: ROLL_COLUMNS.map(({ title, share }) => tableColumn(title, share, share >= 36 ? 'left' : 'centre')),
      rows: ledgerRows(ledger).map(({ problem, number, measure }) =>
        ROLL_COLUMNS.map((found) =>
          found.id === 'deadline' ? shortDate(measure?.deadline ?? null) : cellText(found, problem, number, measure),
        ),
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

/** 督办通知 for one person: what is due and by when. */
export function noticeHandout(name: string, items: readonly DueItem[], today: IsoDate, sender: string): Handout {
  const late = items.filter(({ state }) => state === 'overdue').length
  return plainHandout('巡察整改督办通知', {
    lines: [
      `${name || '（责任人未定）'}：`,
      `　　截至${formatDate(today)}，由你负责的整改措施还有${items.length}条没有完成${late > 0 ? `，其中${late}条已经超期` : ''}。请抓紧办理，办结后及时填报并附佐证材料。`,
    ],
    table: {
      columns: [
        tableColumn('序号', 15),
        tableColumn('反馈问题', 37, 'left'),
        tableColumn('整改措施', 43, 'left'),
        tableColumn('整改时限', 40),
        tableColumn('情况', 27),
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
  return plainHandout(title, {
    landscape: true,
    table: {
      columns: DUTY_PRINT_COLUMNS.map(({ label, width, isLeft }) =>
        tableColumn(label, width, isLeft ? 'left' : 'centre'),
      ),
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
    measures: joinItems(measures.map((measure) => measure.text)),
    leader: once(({ leader }) => leader),
    department: once(({ leadUnit }) => leadUnit),
    partners: once(({ cooperatingUnits }) => cooperatingUnits),
    owner: once(({ owner }) => owner),
    deadline: [...new Set(terms.filter(Boolean))].join('\n'),
    remark: note,
  }
}
