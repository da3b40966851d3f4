/** Papers that are filled from the meeting's own data. 签到表, 桌签, 参会人员名单, 材料签收单, 要点核对表, 责任分工表. */
export const HANDOUT_KINDS = ['sign-in', 'name-cards', 'attendees', 'receipt', 'checklist', 'duties'] as const
export type HandoutKind = (typeof HANDOUT_KINDS)[number]

export const HANDOUT_NAMES: Record<HandoutKind, string> = {
  'sign-in': '签到表',
  'name-cards': '桌签',
  attendees: '参会人员名单',
  receipt: '材料签收单',
  checklist: '要点核对表',
  duties: '责任分工表',
}

export interface HandoutColumn {
  label: string
  /** Share of the table's width; the shares of all columns are put in proportion. */
  width: number
  align: 'left' | 'centre'
}

export interface HandoutTable {
  columns: HandoutColumn[]
  /** One text for each column; lines apart by "\n". A row of one text goes across the whole table. */
  rows: string[][]
  /** The first columns are merged over so many rows each; the spans add up to all rows. */
  merged?: { columns: number; spans: number[] }
  /** Least height of a row in millimetres: people write into it. */
  rowHeight: number
  /** Size of the letters in points. */
  size: number
}

/** A handout as it is printed, on the screen and in Word alike. */
export interface Handout {
  kind: HandoutKind
  title: string
  landscape: boolean
  /** What stands over the table: 时间：2026年12月15日上午9时. */
  lines: string[]
  table: HandoutTable | null
  /** Names of a 桌签, one a sheet, as the meeting knows them. */
  cards: string[]
  /** What stands under the table. */
  notes: string[]
}

/**
 * One row of a 责任分工表: a problem of the feedback, what is done about it, and who answers for it. Texts as they
 * are printed; '' leaves a cell to be filled by hand.
 */
export interface DutyRow {
  problem: string
  /** One measure a line. */
  measures: string
  /** 责任领导 */
  leader: string
  /** 牵头单位 */
  department: string
  /** 配合单位 */
  partners: string
  /** 责任人 */
  owner: string
  /** 整改时限 */
  deadline: string
  remark: string
}

/** One row of a 要点核对表. */
export interface ChecklistRow {
  title: string
  /** 必备 */
  level: string
  /** 已写到 */
  state: string
  /** What shows it, or what is lacking. */
  note: string
}
