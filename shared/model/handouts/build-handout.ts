import type { Person } from '../meeting.ts'
import type { ChecklistRow, DutyRow, Handout, HandoutColumn, HandoutKind } from './handout.ts'

/** What handouts are made of. */
export interface HandoutData {
  /** Name of the meeting. */
  meeting: string
  /** 2026年12月15日 上午9时; '' while open. */
  time: string
  place: string
  /** Who hands over and who signs: 县委第二巡察组, 柳溪镇党委; '' while open. */
  givenBy: string
  receivedBy: string
  /** Who comes, by rank. */
  people: readonly Pick<Person, 'name' | 'post' | 'organization'>[]
  /** Titles of the papers that are handed out. */
  papers: readonly string[]
  checklist: { paper: string; rows: readonly ChecklistRow[]; faults: readonly string[] } | null
  duties: readonly DutyRow[]
  /** Empty rows behind a list, for those who were not on it. */
  blankRows: number
}

const column = (label: string, width: number, align: HandoutColumn['align'] = 'centre'): HandoutColumn => ({
  label,
  width,
  align,
})
const NUMBER = column('序号', 15)

/** 柳溪镇党委 + 党委书记 is 柳溪镇党委书记: what ends the one and begins the other is said once. */
function unitAndPost({ post, organization }: HandoutData['people'][number]): string {
  for (let shared = Math.min(post.length, organization.length); shared >= 2; shared--)
    if (organization.endsWith(post.slice(0, shared))) return organization + post.slice(shared)
  return post.startsWith(organization) ? post : `${organization}${post}`
}

/** Characters of a name that a narrow column holds; a longer one is broken behind its points: 买买提·吐尔逊. */
const SHORT_NAME = 5

/** Names apart by 、 or a line break, each as it fits a narrow column. */
const namesInColumn = (names: string): string =>
  names
    .split(/(?<=[、\n])/)
    .map((name) => (name.length > SHORT_NAME ? name.replace(/([·•・])(?=.)/g, '$1\n') : name))
    .join('')

/** The columns 姓名 and 单位及职务: a name with points needs more room, to be broken only behind them. */
function nameAndPost(people: HandoutData['people'], width: number): HandoutColumn[] {
  const longest = Math.max(
    0,
    ...people.flatMap(({ name }) =>
      namesInColumn(name)
        .split('\n')
        .map((part) => part.length),
    ),
  )
  const own = longest > SHORT_NAME ? 31 : 25
  return [column('姓名', own), column('单位及职务', width - own, 'left')]
}

/** Characters of a title above which the list of papers is set smaller. */
const LONG_TITLE = 22

/** Characters of a unit with its post above which a list is set smaller, so that its rows stay low. */
const LONG_POST = 30

const listSize = (posts: readonly string[]): number => (posts.some((post) => post.length > LONG_POST) ? 12 : 14)

/** Numbers the rows; the empty ones behind them are numbered too. */
function numbered(rows: readonly string[][], blank: number): string[][] {
  const width = rows[0]?.length ?? 0
  const empty = Array.from({ length: blank }, () => Array<string>(width).fill(''))
  return [...rows, ...empty].map((row, index) => [String(index + 1), ...row])
}

/** Rows of `cells` empty texts where there is nothing to list: a form to be filled by hand. */
const orBlank = (rows: string[][], cells: number, blank: number): string[][] =>
  rows.length > 0 ? rows : Array.from({ length: Math.max(1, blank) }, () => Array<string>(cells).fill(''))

function meetingLines({ time, place }: HandoutData): string[] {
  return [`时间：${time || '＿＿＿＿＿＿＿＿'}`, `地点：${place || '＿＿＿＿＿＿＿＿'}`]
}

const plain = (kind: HandoutKind, title: string): Handout => ({
  kind,
  title,
  landscape: false,
  lines: [],
  table: null,
  cards: [],
  notes: [],
})

function signIn(data: HandoutData): Handout {
  const posts = data.people.map(unitAndPost)
  const rows = data.people.map(({ name }, index) => [namesInColumn(name), posts[index] ?? '', '', ''])
  return {
    ...plain('sign-in', `${data.meeting}签到表`),
    lines: meetingLines(data),
    table: {
      columns: [NUMBER, ...nameAndPost(data.people, 95), column('签名', 30), column('备注', 16)],
      rows: numbered(orBlank(rows, 4, 1), data.blankRows),
      rowHeight: 10.5,
      size: listSize(posts),
    },
  }
}

function attendees(data: HandoutData): Handout {
  const posts = data.people.map(unitAndPost)
  const rows = data.people.map(({ name }, index) => [namesInColumn(name), posts[index] ?? '', ''])
  return {
    ...plain('attendees', `${data.meeting}参会人员名单`),
    table: {
      columns: [NUMBER, ...nameAndPost(data.people, 114), column('备注', 27)],
      rows: numbered(orBlank(rows, 3, data.blankRows), 0),
      rowHeight: 10,
      size: listSize(posts),
    },
    notes: rows.length > 0 ? [`共${rows.length}人。`] : [],
  }
}

function receipt(data: HandoutData): Handout {
  const rows = data.papers.map((paper) => [paper, '', '', '', ''])
  return {
    ...plain('receipt', `${data.meeting}材料签收单`),
    lines: [`移交单位：${data.givenBy || '＿＿＿＿＿＿'}`, `签收单位：${data.receivedBy || '＿＿＿＿＿＿'}`],
    table: {
      columns: [
        NUMBER,
        column('材料名称', 60, 'left'),
        column('份数', 14),
        column('编号', 16),
        column('签收人', 25),
        column('签收时间', 26),
      ],
      rows: numbered(orBlank(rows, 5, 1), data.blankRows),
      rowHeight: 13,
      size: data.papers.some((paper) => paper.length > LONG_TITLE) ? 12 : 14,
    },
    notes: ['移交人（签名）：＿＿＿＿＿＿＿＿', '日期：＿＿＿＿年＿＿月＿＿日'],
  }
}

function checklist(data: HandoutData): Handout {
  const rows = (data.checklist?.rows ?? []).map(({ title, level, state, note }) => [title, level, state, note, ''])
  const faults = data.checklist?.faults ?? []
  return {
    ...plain('checklist', '要点核对表'),
    lines: data.checklist ? [`文稿：${data.checklist.paper}`] : [],
    table: {
      columns: [
        NUMBER,
        column('要点', 38, 'left'),
        column('要求', 14),
        column('情况', 20),
        column('依据或缺少的内容', 58, 'left'),
        column('核对', 14),
      ],
      rows: [
        ...numbered(orBlank(rows, 5, 1), 0),
        ...(faults.length > 0
          ? [[`交稿前要处理的问题（${faults.length} 项）`], ...faults.map((fault) => [fault])]
          : []),
      ],
      rowHeight: 7,
      size: 10.5,
    },
    notes: ['核对人（签名）：＿＿＿＿＿＿＿＿', '日期：＿＿＿＿年＿＿月＿＿日'],
  }
}

function duties(data: HandoutData): Handout {
  const rows = data.duties.map((row) => [
    row.problem,
    row.measures,
    namesInColumn(row.leader),
    row.department,
    row.partners,
    namesInColumn(row.owner),
    row.deadline,
    row.remark,
  ])
  return {
    ...plain('duties', `${data.receivedBy}巡察反馈问题整改责任分工表`),
    landscape: true,
    table: {
      columns: [
        column('序号', 15),
        column('反馈问题', 49, 'left'),
        column('整改措施', 48, 'left'),
        column('责任领导', 25),
        column('牵头单位', 24),
        column('配合单位', 24),
        column('责任人', 22),
        // 2027年12月15日 on one line.
        column('整改时限', 42),
        column('备注', 15),
      ],
      rows: numbered(orBlank(rows, 8, 10), 0),
      rowHeight: 9,
      size: 10.5,
    },
  }
}

const BUILDERS: Record<HandoutKind, (data: HandoutData) => Handout> = {
  'sign-in': signIn,
  'name-cards': (data) => ({
    ...plain('name-cards', `${data.meeting}桌签`),
    landscape: true,
    cards: data.people.map(({ name }) => name),
  }),
  attendees,
  receipt,
  checklist,
  duties,
}

/** A handout of the meeting, ready to be printed. Pure. */
export function buildHandout(kind: HandoutKind, data: HandoutData): Handout {
  return BUILDERS[kind](data)
}
