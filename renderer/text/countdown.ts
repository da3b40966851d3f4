import { daysBetween, type IsoDate } from '../../shared/text/dates.ts'

/** How near a meeting is: words for the screen, and how pressing it is. */
export interface Countdown {
  text: string
  urgency: 'past' | 'now' | 'soon' | 'later' | 'none'
}

/** The day in the user's own time zone. */
export function today(now: Date = new Date()): IsoDate {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** 还有 2 天, 明天, 今天, 已过 3 天. */
export function countdown(date: IsoDate | null | undefined, from: IsoDate = today()): Countdown {
  const days = date ? daysBetween(from, date) : null
  if (days === null) return { text: '日期未定', urgency: 'none' }
  if (days < 0) return { text: `已过 ${-days} 天`, urgency: 'past' }
  if (days === 0) return { text: '今天', urgency: 'now' }
  if (days === 1) return { text: '明天', urgency: 'now' }
  return { text: `还有 ${days} 天`, urgency: days <= 3 ? 'soon' : 'later' }
}
