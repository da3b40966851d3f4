import { type Fault, perPack, type Rule } from '../rule.ts'

const base = { family: 'form', severity: 'warning', sourceLevel: 'standard', source: 'GB/T 15835—2011' } as const
const NEIGHBOURS = ['二三', '两三', '三四', '三五', '四五', '五六', '六七', '七八', '八九']

const approximations = perPack(
  ({ form }) =>
    new RegExp(`([一二两三四五六七八1-8])[、，]([二三四五六七八九2-9])(?=(?:${form.measures.join('|')}))`, 'g'),
)
const DIGITS = '零一二三四五六七八九'

function han(digit: string): string {
  return /\d/.test(digit) ? DIGITS.charAt(Number(digit)) : digit
}

/** 2、3个 and 六、七个: two neighbouring numbers are an approximation, in 汉字 and without 、. */
export const approximateNumber: Rule = {
  ...base,
  id: 'form/approximate-number',
  source: 'GB/T 15835—2011 5.2',
  find(context) {
    const { text, matches } = context
    const faults: Fault[] = []
    for (const match of matches(approximations(context))) {
      const pair = han(match[1] ?? '') + han(match[2] ?? '')
      if (!NEIGHBOURS.includes(pair) || /[第（\d一二三四五六七八九十、]/.test(text.charAt(match.index - 1))) continue
      const spoken = pair === '二三' ? '两三' : pair
      const end = match.index + match[0].length
      // 一、二、三产业 names three things; only two neighbours alone are a rough number.
      const message = `相邻两个数字连用表示概数，用汉字，中间不加顿号：“${spoken}”。`
      faults.push({ start: match.index, end, message, suggestion: spoken })
    }
    return faults
  },
}

const DIGITS_RUN = /\d+(?:\.\d+)?/g
/** 3百多万, 5千户: a unit of 汉字 other than 万 and 亿 behind figures. */
const UNIT_BEHIND = /^[百千](?:多|余|来)?[万亿]?[\u4e00-\u9fff]/
/** 千米 千克 百货 …: the 汉字 belongs to the next word. */
const OTHER_WORD = /^(?:千[米克瓦卡帕字赫焦万分头伏]|百[货姓家科合分])/
const MEASURE_BEHIND = /^[个名条项件户人天万元]/
/** 二十3个 and 第十3次, but not 星期三11月 and 第二20分钟. */
const NUMERAL_BEFORE =
  /(?:[一二三四五六七八九]?[十百千]|(?<![统唯万第同逐之专单划归年月周期初星其〇零])[二三四五六七八九])$/
/** 二0二六年, and 二〇二六年 before 11月; the year is looked at from its 年 backwards. */
const ODD_YEAR = /[二一][〇零一二三四五六七八九]{0,2}[0０○OＯ][〇零一二三四五六七八九0０○]{0,2}$/
const HAN_YEAR = /[〇零一二三四五六七八九]{4}$/
const HAN_MONTH = /^[一二三四五六七八九十]{1,3}月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?/
const PERCENT = /百分之(\d+(?:\.\d+)?)/g
const FRACTION = /[一二三四五六七八九十]+分之\d+|\d+分之[一二三四五六七八九十]+/g

/** Arabic and 汉字 numerals in one number. */
export const mixedNumber: Rule = {
  ...base,
  id: 'form/mixed-number',
  source: 'GB/T 15835—2011 5.3',
  find({ text, matches }) {
    const faults: Fault[] = []
    const add = (match: RegExpExecArray, message: string, suggestion?: string) => {
      const end = match.index + match[0].length
      faults.push({ start: match.index, end, message, ...(suggestion === undefined ? {} : { suggestion }) })
    }
    for (const match of matches(DIGITS_RUN)) {
      const end = match.index + match[0].length
      const behind = text.slice(end, end + 4)
      const unit = OTHER_WORD.test(behind) ? null : UNIT_BEHIND.exec(behind)
      const numeral = MEASURE_BEHIND.test(behind)
        ? NUMERAL_BEFORE.exec(text.slice(Math.max(0, match.index - 3), match.index))
        : null
      if (!unit && !numeral) continue
      const range = { start: match.index - (numeral?.[0].length ?? 0), end: end + (unit?.[0].length ?? 0) }
      const written = text.slice(range.start, range.end)
      const message = `“${written}”混用了阿拉伯数字和汉字数字，一个数里用一种（“万”“亿”除外）。`
      faults.push({ ...range, message })
    }
    for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
      const before = text.slice(Math.max(0, at - 4), at)
      const behind = text.slice(at + 1, at + 10)
      const year = ODD_YEAR.exec(before) ?? (/^\d{1,2}月/.test(behind) ? HAN_YEAR.exec(before) : null)
      const month = /^\d{4}$/.test(before) ? HAN_MONTH.exec(behind) : null
      if (!year && !month) continue
      const message = '一个日期里混用了汉字数字和阿拉伯数字，统一用一种。'
      if (year) faults.push({ start: at - year[0].length, end: at + 1, message })
      if (month) faults.push({ start: at + 1, end: at + 1 + month[0].length, message })
    }
    for (const match of matches(PERCENT)) add(match, `用阿拉伯数字时写作“${match[1]}%”。`, `${match[1]}%`)
    for (const match of matches(FRACTION)) {
      if (!match[0].startsWith('百分之')) add(match, '分数里混用了阿拉伯数字和汉字数字，统一用一种。')
    }
    return faults
  },
}

const YEARS = /(?<!\d)(\d{4})(年?)\s?[-~－]\s?(\d{4})(?=年)/g
const AMOUNTS =
  /(?<![\d\-〔[第])(\d{1,4}(?:\.\d+)?)[-－~](\d{1,4}(?:\.\d+)?)(万元|亿元|元|万|亿|%|％|个|名|人|户|天|日|月|岁|亩|项|条|次|公里|小时|分钟|年|倍|周|件|吨|斤)/g

/** Ranges with a hyphen, and ranges whose first figure lost its 万 or %. */
export const numberRange: Rule = {
  ...base,
  id: 'form/number-range',
  source: 'GB/T 15834—2011 4.13',
  find({ matches }) {
    const faults: Fault[] = []
    const years: number[] = []
    for (const match of matches(YEARS)) {
      years.push(match.index)
      const end = match.index + match[0].length
      const message = `起止年份之间用一字线“—”或者“至”，如“${match[1]}—${match[3]}年”。`
      faults.push({ start: match.index, end, message, suggestion: `${match[1]}${match[2]}—${match[3]}` })
    }
    for (const match of matches(AMOUNTS)) {
      if (years.includes(match.index)) continue
      const unit = match[3] ?? ''
      const shared = /^[万亿%％]/.test(unit) ? unit.charAt(0) : ''
      const message = `数值范围用“至”“—”或“～”，如“${match[1]}${shared}至${match[2]}${unit}”。`
      faults.push({ start: match.index, end: match.index + match[0].length, message })
    }
    for (const match of matches(/(?<![\d.])(\d{1,4})(至|—|～)(\d{1,4})(万元|亿元|%)/g)) {
      const unit = (match[4] ?? '').charAt(0)
      const message = `前一个数少了“${unit}”，容易误解，应为“${match[1]}${unit}${match[2]}${match[3]}${match[4]}”。`
      const end = match.index + match[0].length
      faults.push({ start: match.index, end, message, severity: 'hint', source: 'GB/T 15835—2011 5.1' })
    }
    return faults
  },
}

const DAY_NUMBER = /(\d{1,2}月\d{1,2})号/g
const DOTTED = /(?<![\d.])((?:19|20)\d{2})[./-](\d{1,2})[./-](\d{1,2})(?![\d.])/g
const SHORT_YEAR = /(?<![\d.第〔])(?:1[5-9]|2\d)年(?=底|初|年底|年初|上半年|下半年|[1-9]月|1[0-2]月|第[一二三四]季度)/g

/** Days as 日, years in four figures. */
export const dateForm: Rule = {
  ...base,
  id: 'form/date-form',
  source: 'GB/T 15835—2011 5.1',
  find({ matches }) {
    const faults: Fault[] = []
    for (const match of matches(DAY_NUMBER)) {
      const start = match.index + (match[1]?.length ?? 0)
      const message = '公文里的日期写“日”，不写“号”。'
      faults.push({ start, end: start + 1, message, suggestion: '日', severity: 'hint' })
    }
    for (const match of matches(DOTTED)) {
      const fits = `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
      const end = match.index + match[0].length
      faults.push({ start: match.index, end, message: `正文里的日期写作“${fits}”。`, suggestion: fits })
    }
    for (const match of matches(SHORT_YEAR)) {
      const message = '年份用四位数字，不简写。'
      faults.push({ start: match.index, end: match.index + match[0].length, message, severity: 'hint' })
    }
    return faults
  },
}
