import type { TextView } from '../../shared/model/text-view.ts'
import { type IsoDate, isIsoDate } from '../../shared/text/dates.ts'
import { parseNumeral } from '../../shared/text/numerals.ts'

const DATE =
  /([0-9０-９]{4}|[〇零○一二三四五六七八九]{4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日/

/** 2026年12月15日 or 二〇二六年十二月十五日 → 2026-12-15; null when there is no day that exists. */
export function readDate(text: string): IsoDate | null {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (!year || !month || !day) return null
  const digits = year.replace(/./g, (char) => {
    const place = '〇一二三四五六七八九'.indexOf(char === '零' || char === '○' ? '〇' : char)
    return place < 0 ? char : String(place)
  })
  const pad = (numeral: string, length: number) => String(parseNumeral(numeral) ?? '').padStart(length, '0')
  const date = `${pad(digits, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isIsoDate(date) ? date : null
}

/** The date in the title or the by-lines of a paper. */
export function dateOfPaper({ blocks, text }: TextView): IsoDate | null {
  for (const block of blocks) {
    if (block.kind !== 'title' && block.kind !== 'byline') continue
    const date = readDate(text.slice(block.start, block.end))
    if (date) return date
  }
  return null
}
