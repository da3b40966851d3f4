import { type IsoDate, isIsoDate } from '../../shared/text/dates.ts'

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/：/g, ':')

const pad = (value: string | number): string => String(value).padStart(2, '0')

/**
 * A date the way people type it: 2026年3月12日, 2026-3-12, 2026.3.12, 20260312, 3月12日, 3.12 (the year of `today`).
 * Null when it is none of these or no such day exists.
 */
export function parseDateEntry(entry: string, today: IsoDate): IsoDate | null {
  const text = halfWidth(entry)
    .replace(/\s/g, '')
    .replace(/(星期|周).$/, '')
  const match =
    /^(\d{4})[-.年/](\d{1,2})[-.月/](\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^()(\d{1,2})[-.月/](\d{1,2})[日号]?$/.exec(text)
  if (!match) return null
  const date = `${match[1] || today.slice(0, 4)}-${pad(match[2] ?? '')}-${pad(match[3] ?? '')}`
  return isIsoDate(date) ? date : null
}

/** A time of day the way people type it: 9:00, 9点, 上午9时30分, 下午3点半, 14.30. Null when it is none. */
export function parseTimeEntry(entry: string): string | null {
  const text = halfWidth(entry).replace(/\s/g, '')
  const match = /^(上午|早上|下午|晚上)?(\d{1,2})(?:[:.](\d{2})|[点时](半|(\d{1,2})分?)?整?)?$/.exec(text)
  if (!match) return null
  const [, half, hourText, minuteText, after, minuteAfter] = match
  let hour = Number(hourText)
  const minute = after === '半' ? 30 : Number(minuteText ?? minuteAfter ?? 0)
  if ((half === '下午' || half === '晚上') && hour < 12) hour += 12
  return hour < 24 && minute < 60 ? `${hour}:${pad(minute)}` : null
}
