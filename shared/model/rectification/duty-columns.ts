import type { DutyRow } from './chain.ts'

/** Columns of the printed 责任分工表 by person. */
export const DUTY_PRINT_COLUMNS: readonly {
  label: string
  width: number
  isLeft?: boolean
  read(row: DutyRow, index: number): string
}[] = [
  { label: '序号', width: 11, read: (_, index) => String(index + 1) },
  { label: '责任', width: 38, read: ({ role }) => role },
  { label: '姓名或单位', width: 26, read: ({ name }) => name },
  { label: '职务', width: 42, isLeft: true, read: ({ post }) => post },
  { label: '分管领域', width: 32, isLeft: true, read: ({ field }) => field },
  { label: '职责', width: 46, isLeft: true, read: ({ duty }) => duty },
  { label: '问题序号', width: 40, read: ({ problems }) => problems.join('、') },
  { label: '措施', width: 12, read: ({ measures }) => String(measures) },
  { label: '未完成', width: 13, read: ({ open }) => String(open) },
  { label: '超期', width: 12, read: ({ overdue }) => String(overdue) },
]
