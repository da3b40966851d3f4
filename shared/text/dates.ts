const WEEKDAYS = '日一二三四五六'
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** A calendar day without time zone, as YYYY-MM-DD. */
export type IsoDate = string

function utc(date: IsoDate): Date | null {
  const match = ISO.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const value = new Date(Date.UTC(year, month - 1, day))
  return value.getUTCMonth() === month - 1 && value.getUTCDate() === day ? value : null
}

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  return utc(text) !== null
}

/** 2026-03-02 → 2026年3月2日 (GB/T 9704-2012, 7.3.5.4: Arabic numerals, no leading zero). Other text is returned as it is. */
export function formatDate(date: IsoDate): string {
  const match = ISO.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

/** 星期一 … 星期日, or null when the day does not exist. */
export function weekday(date: IsoDate): string | null {
  const value = utc(date)
  return value ? `星期${WEEKDAYS.charAt(value.getUTCDay())}` : null
}

/** Adds calendar days or months; 31 January + 1 month is the last day of February. Null when the day does not exist. */
export function addToDate(date: IsoDate, amount: number, unit: 'day' | 'month'): IsoDate | null {
  const value = utc(date)
  if (!value) return null
  if (unit === 'day') value.setUTCDate(value.getUTCDate() + amount)
  else {
    const day = value.getUTCDate()
    value.setUTCDate(1)
    value.setUTCMonth(value.getUTCMonth() + amount)
    const last = new Date(Date.UTC(value.getUTCFullYear(), value.getUTCMonth() + 1, 0)).getUTCDate()
    value.setUTCDate(Math.min(day, last))
  }
  return value.toISOString().slice(0, 10)
}

/** Whole days from `from` to `to` (negative when `to` is earlier); null when either does not exist. */
export function daysBetween(from: IsoDate, to: IsoDate): number | null {
  const [start, end] = [utc(from), utc(to)]
  return start && end ? Math.round((end.getTime() - start.getTime()) / 86_400_000) : null
}
