import { type IsoDate, weekday } from '../../shared/text/dates.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** 14:03 */
export function clockTime(time: Date): string {
  return `${time.getHours()}:${pad(time.getMinutes())}`
}

/** 今天 14:03, 昨天 9:20, 3月2日 9:20, 2025年3月2日 9:20; for the list of versions and the like. */
export function momentText(timestamp: string, now: Date = new Date()): string {
  const time = new Date(timestamp)
  if (Number.isNaN(time.getTime())) return timestamp
  const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
  const days = Math.round((dayOf(now) - dayOf(time)) / 86_400_000)
  const year = time.getFullYear() === now.getFullYear() ? '' : `${time.getFullYear()}年`
  const day = days === 0 ? '今天' : days === 1 ? '昨天' : `${year}${time.getMonth() + 1}月${time.getDate()}日`
  return `${day} ${clockTime(time)}`
}

/** 2026年3月2日 9:20, for what is printed or kept. */
export function fullMoment(time: Date): string {
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${clockTime(time)}`
}

/** Whole days until a time, at least 0. */
export function daysLeft(timestamp: string, now: Date = new Date()): number {
  return Math.max(0, Math.ceil((Date.parse(timestamp) - now.getTime()) / 86_400_000))
}

/** 3月12日 星期四 */
export function dayText(date: IsoDate): string {
  const [, month, day] = date.split('-').map(Number)
  const name = weekday(date)
  return name ? `${month}月${day}日 ${name}` : date
}
