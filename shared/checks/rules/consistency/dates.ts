import { addToDate, daysBetween, formatDate, type IsoDate, weekday } from '../../../text/dates.ts'
import { parseNumeral } from '../../../text/numerals.ts'
import type { WrittenDate } from '../reading/dates.ts'
import { matchesIn } from '../reading/matches.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'consistency', severity: 'error', sourceLevel: 'practice', source: '日期推算' } as const

export const impossibleDate: Rule = {
  ...base,
  id: 'consistency/impossible-date',
  find({ dates }) {
    return dates
      .filter(({ exists, month }) => !exists && month > 0)
      .map(({ start, end, month, day }) => ({ start, end, message: `没有${month}月${day}日这一天。` }))
  },
}

const TODAY = /今天(?:是|，|（|\()?(?:\d{1,2}月\d{1,2}日)?(?:[，（(]|是)?(?:星期|周)([一二三四五六日天])/g

export const wrongWeekday: Rule = {
  ...base,
  id: 'consistency/wrong-weekday',
  find({ dates, text, matches, date }) {
    const faults: Fault[] = []
    const check = (iso: IsoDate, char: string, start: number, from: number) => {
      const right = weekday(iso)?.slice(-1)
      if (!right || right === char.replace('天', '日')) return
      faults.push({
        start: from,
        end: start + 1,
        message: `${formatDate(iso)}是星期${right}，这里写的是星期${char}。`,
      })
    }
    for (const { iso, weekday: written, start } of dates) {
      if (iso && written) check(iso, written.char, written.start, start)
      // 下周一（11月27日）: the day of the week stands in front.
      const before = /(?:星期|周)([一二三四五六日天])[（(]$/.exec(text.slice(Math.max(0, start - 5), start))
      if (iso && before) check(iso, before[1] ?? '', start - 2, start - before[0].length)
    }
    for (const match of date ? matches(TODAY) : []) {
      const start = match.index + match[0].length - 1
      if (
        date &&
        !faults.some((fault) => fault.end === start + 1) &&
        !dates.some(({ weekday: known }) => known?.start === start)
      ) {
        check(date, match[1] ?? '', start, match.index)
      }
    }
    return faults
  },
}

const pad = (value: number) => String(value).padStart(2, '0')

/** 2025年9月12日至7月14日: the end before the beginning. */
export const dateOrder: Rule = {
  ...base,
  id: 'consistency/date-order',
  find({ dates, text }) {
    const faults: Fault[] = []
    dates.forEach((end, index) => {
      const start = dates[index - 1]
      if (!start?.iso || !end.iso || !/^(?:至|到|—|－|-|～)(?:同年)?$/.test(text.slice(start.end, end.start))) return
      // Without any year the range may run over the turn of the year.
      if (start.year === null && end.year === null && !start.relative) return
      const days = daysBetween(start.iso, end.iso) ?? 0
      if (days >= 0) return
      // 2020年12月1日至1月29日: the writer left out the year of the end.
      if (end.year === null && start.month >= 10 && end.month <= 4) return
      faults.push({ start: start.start, end: end.end, message: '起止日期颠倒了，结束在开始之前。' })
    })
    dates.forEach((end, index) => {
      const start = dates[index - 1]
      if (!start?.iso || !end.iso || end.start - start.end > 24) return
      // Without a year of its own the end is in the year of the beginning.
      const ended = end.year === null ? `${start.iso.slice(0, 4)}-${pad(end.month)}-${pad(end.day)}` : end.iso
      if (ended >= start.iso) return
      const between = text.slice(start.end, end.start)
      if (!/^(?:正式)?(?:进驻|开始|启动|入驻)/.test(between) || /[。；\n]/.test(between)) return
      if (!/^(?:撤离|结束|完成|离开|撤点|收尾)/.test(text.slice(end.end, end.end + 4))) return
      // 12月进驻, 1月撤离: the year of the end is left out.
      if (end.year === null && start.month >= 10 && end.month <= 4) return
      faults.push({ start: start.start, end: end.end, message: '结束的日期在开始之前，请核对。' })
    })
    dates.forEach((later, index) => {
      const first = dates[index - 1]
      if (!first?.iso || !later.iso || later.iso >= first.iso || later.start - first.end > 24) return
      const between = text.slice(first.end, later.start)
      if (!/^(?:之前|以前|前)/.test(between) || !/^(?:之前|以前|前)/.test(text.slice(later.end, later.end + 2))) return
      if (/先|其中|此前|[。；]/.test(between) || /先/.test(text.slice(later.end, later.end + 4))) return
      faults.push({
        start: later.start,
        end: later.end,
        message: `后一步的期限（${later.text}）比前一步（${first.text}）还早，请核对。`,
      })
    })
    return faults
  },
}

const DUE = /^(?:[（(][^）)]{0,8}[）)])?(?:之前|以前|前|止|截止|完成|之内|到期)/
const DONE = /已(?!梳理)|曾|了(?!解|结)|此前|上报了|过去|截至|以来|完成的|收到|印发|当时|原定/
/** A day before the meeting this near is meant as that day, not as one of the next year. */
const NEAR_PAST_DAYS = 200

/** A term that has passed before the meeting begins. */
export const pastDeadline: Rule = {
  ...base,
  id: 'consistency/past-deadline',
  find(context) {
    const { dates, text, date } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const written of dates) {
      const iso = deadline(written, date)
      if (!iso || !DUE.test(text.slice(written.end, written.end + 12)) || iso >= date) continue
      const clause = clauseText(context, written)
      if (DONE.test(clause) || !/要|须|前|将|拿出|报|完成|制定/.test(clause)) continue
      const message = `这个期限是${formatDate(iso)}，在会议（${formatDate(date)}）之前，已经过了。`
      faults.push({ start: written.start, end: written.end, message })
    }
    return faults
  },
}

/** A term without a year lies ahead, unless it passed not long ago. */
function deadline({ year, iso, month, day }: WrittenDate, date: IsoDate): IsoDate | null {
  if (year !== null || !iso) return iso
  const same = `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const passed = daysBetween(same, date) ?? 0
  return passed > 0 && passed <= NEAR_PAST_DAYS ? same : null
}

function clauseText({ text, sentenceAt }: RuleContext, { start, end }: WrittenDate): string {
  const sentence = sentenceAt(start)
  if (!sentence) return ''
  const stop = text.slice(end, sentence.end).search(/[；。]/)
  return text.slice(sentence.start, stop < 0 ? sentence.end : end + stop)
}

const MONTH_DUE = /(?:(\d{4})年)?(\d{1,2})月(?:底|末)?(?:之前|以前|前)/g

/** 10月底前, said in December. */
export const pastMonth: Rule = {
  ...base,
  id: 'consistency/past-month',
  find(context) {
    const { text, matches, date } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const match of matches(MONTH_DUE)) {
      const [year, month] = [Number(match[1] ?? date.slice(0, 4)), Number(match[2])]
      const first = `${year}-${String(month).padStart(2, '0')}-01`
      const next = addToDate(first, 1, 'month')
      const passed = next ? (daysBetween(next, date) ?? 0) : 0
      if (month < 1 || month > 12 || !next || passed < 0 || (!match[1] && passed > NEAR_PAST_DAYS)) continue
      const range = { start: match.index, end: match.index + match[0].length }
      const sentence = context.sentenceAt(match.index)
      const clause = sentence ? text.slice(sentence.start, sentence.end) : ''
      if (DONE.test(clause) || /去年|明年|次年/.test(clause) || !/要|须|将|完成|报|确保|力争/.test(clause)) continue
      faults.push({ ...range, message: `这个期限在会议（${formatDate(date)}）之前，已经过了。` })
    }
    return faults
  },
}

const DURATION =
  /(为期|历时|持续|用时|前后|，)(?:近|约|大约)?([一二两三四五六七八九十]{1,3}|\d{1,3})(个半月|个月|天|周)/g
const DAYS: Record<string, number> = { 个月: 30.4, 个半月: 30.4, 天: 1, 周: 7 }
/** How far a stated duration may be off: half a month for months, three days for days and weeks. */
const SLACK: Record<string, number> = { 个月: 17, 个半月: 17, 天: 3, 周: 4 }

/** 9月12日至11月14日，为期40天: the duration against the days it runs from and to. */
export const duration: Rule = {
  ...base,
  id: 'consistency/duration',
  severity: 'warning',
  find({ text, matches, dates, quote }) {
    const faults: Fault[] = []
    for (const match of matches(DURATION)) {
      const unit = match[3] ?? ''
      const number = (parseNumeral(match[2] ?? '') ?? 0) + (unit === '个半月' ? 0.5 : 0)
      const stated = number * (DAYS[unit] ?? 0)
      // A bare number of days tells the length only directly behind the days.
      const reach = match[1] === '，' ? 0 : 40
      const behind = dates.findLast(({ end }) => end <= match.index && match.index - end <= reach)
      const index = behind ? dates.indexOf(behind) : -1
      const [from, to] = [dates[index - 1], dates[index]]
      if (stated === 0 || !from?.iso || !to?.iso || !/^(?:开始|起)?，?(?:至|到|—)/.test(text.slice(from.end, to.start)))
        continue
      const days = (daysBetween(from.iso, to.iso) ?? 0) + 1
      if (days <= 0 || Math.abs(days - stated) <= (SLACK[unit] ?? 0)) continue
      const message = `${from.text}至${to.text}是${days}天，这里写的是“${match[0]}”，请核对。`
      const related = [quote({ start: from.start, end: to.end })]
      faults.push({ start: match.index, end: match.index + match[0].length, message, related })
    }
    return faults
  },
}

const STATED_TERMS = [
  {
    what: '集中整改期',
    pattern: /集中整改(?:期限|时间|期)?(?:为期|为|是|共)?([一二两三四五六七八九十]{1,3}|\d{1,2})个月/g,
  },
  {
    what: '整改方案的期限',
    pattern:
      /([一二两三四五六七八九十]{1,3}|\d{1,2})(个月|个工作日|日|天)(?:之|以)?内[^。；\n]{0,12}(?:制定|拿出|报送|形成|完成)[^。；\n]{0,6}整改方案/g,
  },
]

/** Two different terms for one thing in one paper. */
export const differingTerms: Rule = {
  ...base,
  id: 'consistency/differing-terms',
  wholePaper: true,
  find({ pack, paragraphs, quote }) {
    return STATED_TERMS.flatMap(({ what, pattern }) => {
      const stated = matchesIn({ pack, paragraphs }, pattern).map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        term: `${parseNumeral(match[1] ?? '') ?? ''}${match[2] ?? ''}`,
      }))
      const first = stated[0]
      return stated.slice(1).flatMap(({ start, end, term }) => {
        if (!first || term === first.term) return []
        return [{ start, end, message: `${what}前面说的不是这个数，请核对。`, related: [quote(first)] }]
      })
    })
  },
}

const TERM = /([一二两三四五六七八九十]{1,3}|\d{1,2})个月/g
const TOLERANCE_DAYS = 10
const RECKONED_DAYS = 3

/** 6个月，到10月10日: the term and the day do not fit together when the meeting's day is the beginning. */
export const termMismatch: Rule = {
  ...base,
  id: 'consistency/term-mismatch',
  find(context) {
    const { dates, text, matches, date } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const match of matches(TERM)) {
      const months = parseNumeral(match[1] ?? '')
      const end = match.index + match[0].length
      const sentence = context.sentenceAt(match.index)
      const target = dates.find(({ start }) => start >= end && start - end <= 24)
      if (!months || !sentence || !target?.iso || target.start > sentence.end) continue
      // A term that runs from today is the plain case; from another day it cannot be reckoned here.
      const gap = text
        .slice(end, target.start)
        .replace(/(?:从|自)?(?:今天|即日|今日|会议|反馈|本次反馈)(?:之日)?(?:算)?起/, '')
      if (
        /[；。]|方案|月|起[，至]|每|第/.test(gap) ||
        !/^(?:内|之内|以内|的时间|时间)?[，、（]|也就是|即|到|至/.test(gap)
      )
        continue
      // 6个月，4月18日前先报方案: the day belongs to something else.
      if (months > 1 && /方案|清单/.test(text.slice(target.end, target.end + 12))) continue
      const due = addToDate(date, months, 'month')
      // Without year the day after the meeting is meant.
      const said =
        target.year === null && target.iso < date ? (addToDate(target.iso, 12, 'month') ?? target.iso) : target.iso
      const off = due ? Math.abs(daysBetween(due, said) ?? 0) : 0
      const before = sentence.text.slice(0, match.index - sentence.start)
      // 自反馈之日起，即…: the writer has reckoned it, so that the day must be the very one.
      const reckoned = /反馈之日起|今天起|即日起/.test(before) && /[即（]|也就是/.test(gap)
      if (!due || off <= (reckoned ? RECKONED_DAYS : TOLERANCE_DAYS)) continue
      if (before.replace(/(?:反馈之|即)日起/g, '').includes('日起')) continue
      const message = `从会议当天起${match[0]}是${formatDate(due)}，这里写的是${formatDate(said)}，请核对。`
      faults.push({ start: target.start, end: target.end, message, severity: 'warning' })
    }
    return faults
  },
}

const TERM_OF_RECTIFICATION = /集中整改(?:期限|时间|期)?(?:为期|为|是|共)?([一二两三四五六七八九十]{1,3}|\d{1,2})个月/
const END_OF_RECTIFICATION = /(\d{1,2})月(底|末|中旬|上旬|下旬)?集中整改(?:期|工作|任务)?(?:结束|期满|到期|完成)/g

/** 集中整改期6个月 from November, and its end told for April. */
export const endOfTerm: Rule = {
  ...base,
  id: 'consistency/end-of-term',
  severity: 'warning',
  wholePaper: true,
  find({ text, matches, date, quote }) {
    const stated = TERM_OF_RECTIFICATION.exec(text)
    const months = stated ? parseNumeral(stated[1] ?? '') : null
    const due = date && months ? addToDate(date, months, 'month') : null
    if (!stated || !due) return []
    return matches(END_OF_RECTIFICATION).flatMap((match) => {
      // 4月底 for a term that ends on 1 May is near enough.
      const near = match[2] === '底' || match[2] === '末' ? Number(due.slice(8)) <= 5 : false
      const dueMonth = Number(due.slice(5, 7))
      const said = Number(match[1])
      if (said === dueMonth || (near && said === ((dueMonth + 10) % 12) + 1)) return []
      const related = [quote({ start: stated.index, end: stated.index + stated[0].length })]
      const message = `集中整改期${months}个月，到${formatDate(due)}才满，这里写的是${said}月，请核对。`
      return [{ start: match.index, end: match.index + match[0].length, message, related }]
    })
  },
}

/** 今天是 with another day than the meeting's; a report of something past with a day still to come. */
export const otherDay: Rule = {
  ...base,
  id: 'consistency/other-day',
  find(context) {
    const { dates, text, date, paragraphs } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const { start, end, iso, year } of dates) {
      if (!iso) continue
      if (/今天(?:是|，|（)?$/.test(text.slice(Math.max(0, start - 4), start)) && iso !== date) {
        faults.push({ start, end, message: `会议日期是${formatDate(date)}，这里说今天是${formatDate(iso)}。` })
      }
      const paragraph = context.paragraphAt(start)
      if (paragraph?.block.role === 'date' && year !== null && iso !== date && isAlone(paragraph.text)) {
        faults.push({ start, end, message: `会议日期是${formatDate(date)}，题下写的是${formatDate(iso)}。` })
      }
      const sentence = context.sentenceAt(start)?.text ?? ''
      if (
        iso > date &&
        /书记专题会议/.test(sentence) &&
        /召开了|听取了|主持召开|指出|强调/.test(sentence) &&
        /书记专题会议|召开|的专题/.test(text.slice(end, end + 24)) &&
        !/将|拟|前$|前[，。报]/.test(sentence)
      ) {
        const message = `书记专题会议写在${formatDate(iso)}，比会议日期${formatDate(date)}还晚，请核对。`
        faults.push({ start, end, message })
      }
    }
    return paragraphs.length > 0 ? faults : []
  },
}

/** A by-line holds the date alone: （2026年3月18日）. */
function isAlone(text: string): boolean {
  return /^[（(\s]*\d{4}年\d{1,2}月\d{1,2}日[）)\s]*$/.test(text)
}

/** A day without year that may be taken for this year or the next. */
export const ambiguousYear: Rule = {
  ...base,
  id: 'consistency/ambiguous-year',
  severity: 'hint',
  find({ dates, text, date }) {
    if (!date) return []
    return dates
      .filter(({ year, iso, start, end }) => {
        if (year !== null || !iso || !DUE.test(text.slice(end, end + 4))) return false
        return iso.slice(0, 4) !== date.slice(0, 4) && !/年|明|次/.test(text.slice(Math.max(0, start - 12), start))
      })
      .map(({ start, end, iso }) => ({
        start,
        end,
        message: `这里没有写年份，应是${formatDate(iso ?? '')}；跨年的日期写上年份更清楚。`,
      }))
  },
}
