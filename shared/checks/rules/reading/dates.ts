import { type IsoDate, isIsoDate } from '../../../text/dates.ts'
import type { Range } from '../../../text/sentences.ts'

/** A day written in the text. */
export interface WrittenDate extends Range {
  text: string
  /** As written; null where the year is left out. */
  year: number | null
  month: number
  day: number
  /** 今年 去年 明年 in front. */
  relative: boolean
  /** 星期三 / 周三 written with it: the day's character and its place. */
  weekday: (Range & { char: string }) | null
  /** The day meant, as far as it can be told; null when no such day exists or the year cannot be told. */
  iso: IsoDate | null
  /** Whether a day with this month and number exists at all. */
  exists: boolean
}

/** The month and day are looked for first: figures are rare, and every date has them. */
const DAY = /(?:(\d{1,2})|(?<=[本个]))月(\d{1,2})[日号]/g
const YEAR_BEFORE = /(?:(\d{4})年|(今年|去年|明年|本年)|(?:本|这个))$/
const WEEKDAY_BEHIND =
  /^(?:[上下]午)?(?:\d{1,2}[:：]\d{2})?[，,\s　]*(?:今天是)?[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?/

const pad = (value: number) => String(value).padStart(2, '0')
const isoOf = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`

/**
 * Reads every day written in Arabic numerals. A date without year is taken in the year that an earlier end of the same
 * range gave it, else as the day nearest to the meeting.
 */
export function readDates(text: string, meeting: IsoDate | null): WrittenDate[] {
  const dates: WrittenDate[] = []
  const meetingYear = meeting ? Number(meeting.slice(0, 4)) : null
  for (const match of text.matchAll(DAY)) {
    const [, writtenMonth, writtenDay] = match
    const before = YEAR_BEFORE.exec(text.slice(Math.max(0, match.index - 5), match.index))
    const start = match.index - (before?.[0].length ?? 0)
    const dayEnd = match.index + match[0].length
    const behind = WEEKDAY_BEHIND.exec(text.slice(dayEnd, dayEnd + 16))
    const end = dayEnd + (behind?.[0].length ?? 0)
    const month = writtenMonth ? Number(writtenMonth) : meeting ? Number(meeting.slice(5, 7)) : 0
    const day = Number(writtenDay)
    const word = before?.[2]
    const shift = word === '去年' ? -1 : word === '明年' ? 1 : 0
    const year = before?.[1] ? Number(before[1]) : word && meetingYear ? meetingYear + shift : null
    const weekdayChar = behind?.[1]
    const previous = dates.at(-1)
    const behindRange = previous !== undefined && /^(?:至|到|—|-|－|～)$/.test(text.slice(previous.end, start))
    const carried = behindRange && previous.iso ? Number(previous.iso.slice(0, 4)) : null
    const weekdayAt = weekdayChar ? text.lastIndexOf(weekdayChar, end - 1) : -1
    dates.push({
      start,
      end,
      text: text.slice(start, end),
      year,
      month,
      day,
      relative: word !== undefined,
      weekday: weekdayChar ? { char: weekdayChar, start: weekdayAt, end: weekdayAt + 1 } : null,
      iso: resolve(year ?? carried, month, day, meeting),
      exists:
        isIsoDate(isoOf(year ?? 2024, month, day)) &&
        (year !== null || !meeting || resolve(null, month, day, meeting) !== null),
    })
  }
  return dates
}

function resolve(year: number | null, month: number, day: number, meeting: IsoDate | null): IsoDate | null {
  if (year !== null) {
    const iso = isoOf(year, month, day)
    return isIsoDate(iso) ? iso : null
  }
  if (!meeting) return null
  const meetingYear = Number(meeting.slice(0, 4))
  const meetingDay = ordinal(meetingYear, Number(meeting.slice(5, 7)), Number(meeting.slice(8)))
  let nearest: number | null = null
  for (const candidate of [meetingYear, meetingYear - 1, meetingYear + 1]) {
    const distance = Math.abs(ordinal(candidate, month, day) - meetingDay)
    if (distance < 184 && isIsoDate(isoOf(candidate, month, day))) nearest ??= candidate
  }
  return nearest === null ? null : isoOf(nearest, month, day)
}

/** Days since some day long ago, near enough to tell which of three years is the nearest. */
function ordinal(year: number, month: number, day: number): number {
  return year * 365.25 + (month - 1) * 30.44 + day
}
