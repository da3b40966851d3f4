import type { IsoDate } from '../../shared/text/dates.ts'

/** The day in the time zone of this machine. */
export function localDay(time: Date): IsoDate {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
}
