import { addToDate, type IsoDate, isIsoDate } from '../../text/dates.ts'
import type { OfficeRules } from './office-rules.ts'
import { addWorkdays } from './workdays.ts'

/**
 * The last day of a measure by the office's rule: the earliest of what its kinds ask for, counted from the day of the
 * feedback. Null while that day is unknown, and for kinds without a term.
 * @param rectificationTerm the last day of the term for rectification
 */
export function ruleDeadline(
  types: readonly string[],
  feedbackDate: IsoDate | null,
  rectificationTerm: IsoDate | null,
  rules: OfficeRules,
): IsoDate | null {
  if (!feedbackDate) return null
  const days = types.flatMap((name) => {
    const term = rules.measureTypes.find((type) => type.name === name)?.term
    if (term === undefined || term === 'none') return []
    const day =
      term === 'term'
        ? rectificationTerm
        : term.unit === 'workday'
          ? addWorkdays(feedbackDate, term.amount, rules)
          : addToDate(feedbackDate, term.amount, term.unit)
    return day ? [day] : []
  })
  return days.sort()[0] ?? null
}

export interface WrittenDeadline {
  types: string[]
  deadline: IsoDate | null
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const pad = (value: number) => String(value).padStart(2, '0')

function lastDay(year: number, month: number): IsoDate {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
  return `${year}-${pad(month)}-${leap ? 29 : LAST_DAYS[month - 1]}`
}

/**
 * A date as offices write it into a table: 2026-03-02, 2026.3.2, 2026年3月2日, 20260302, 2026年6月底, 2026年底前.
 * Null when it is none of these or no such day exists.
 */
export function readDate(written: string): IsoDate | null {
  const text = written
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s|（.*?）|\(.*?\)/g, '')
    .replace(/(?:之前|以前|前|止|完成|整改到位)+$/, '')
  const day =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:T?00:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (day) {
    const iso = `${day[1]}-${pad(Number(day[2]))}-${pad(Number(day[3]))}`
    return isIsoDate(iso) ? iso : null
  }
  const month = /^(\d{4})[-./年](\d{1,2})月?底?$/.exec(text)
  if (month) {
    const number = Number(month[2])
    return number >= 1 && number <= 12 ? lastDay(Number(month[1]), number) : null
  }
  const year = /^(\d{4})年底?$/.exec(text)
  return year ? lastDay(Number(year[1]), 12) : null
}

/**
 * What stands in a column of terms: kinds, a date, or both (立行立改，长期坚持; 2026年底前，并长期坚持).
 * Null when a part of it is neither.
 */
export function readDeadline(written: string, rules: OfficeRules): WrittenDeadline | null {
  const types: string[] = []
  let deadline: IsoDate | null = null
  for (const part of written.split(/[，,；;、+\n]|并/).map((piece) => piece.trim())) {
    if (part === '') continue
    const type = rules.measureTypes.find(({ name }) => name === part || (part.length >= 2 && name.startsWith(part)))
    if (type) {
      if (!types.includes(type.name)) types.push(type.name)
      continue
    }
    const date = readDate(part)
    if (!date || deadline) return null
    deadline = date
  }
  return { types, deadline }
}
