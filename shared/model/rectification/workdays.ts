import { addToDate, type IsoDate } from '../../text/dates.ts'

/** The office's calendar: what differs from Monday to Friday. */
export interface WorkCalendar {
  holidays: readonly IsoDate[]
  workingWeekends: readonly IsoDate[]
}

/** Enough for 400 working days with a year of holidays among them. */
const FARTHEST = 1500

export function isWorkday(date: IsoDate, { holidays, workingWeekends }: WorkCalendar): boolean {
  if (holidays.includes(date)) return false
  if (workingWeekends.includes(date)) return true
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

/** The `amount`-th working day after `date`; the day itself does not count. Null when `date` does not exist. */
export function addWorkdays(date: IsoDate, amount: number, calendar: WorkCalendar): IsoDate | null {
  let day: IsoDate | null = date
  for (let left = amount, steps = 0; day && left > 0; steps++) {
    if (steps > FARTHEST) return null
    day = addToDate(day, 1, 'day')
    if (day && isWorkday(day, calendar)) left -= 1
  }
  return day && addToDate(day, 0, 'day')
}
