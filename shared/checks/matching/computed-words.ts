import type { ComputedGroup } from '../../packs/pattern.ts'
import type { Range } from '../../text/sentences.ts'

/** A figure with what the characters behind it make of it. */
export interface ComputedHit extends Range {
  group: ComputedGroup
}

const DIGITS = '0-9０-９'
const NUMERALS = '一二两三四五六七八九十百'
const FIGURE = new RegExp(`[${DIGITS}]+|[${NUMERALS}]+`, 'g')
/** 4月18日, 五月上旬, 3月底, 6月前, 1月至3月 */
const REST_OF_DATE = new RegExp(
  `月(?:(?:[${DIGITS}]{1,2}|[${NUMERALS}]{1,3})[日号]|[上中下]旬|底|末|至|份?(?:前|之前|以前|内))`,
  'y',
)
/** 6个月, 十五日内, 三个工作日, 两周 */
const REST_OF_TERM = /个(?:半)?月|个工作日|个?(?:周|星期|季度)|[天日](?:内|之内|以内)|年(?:内|之内)/y
/** 每3个月 is a rhythm, no term. */
const RHYTHM = new Set(['每', '隔'])

/**
 * The groups of words that no list can hold; a pattern refers to them as 〔日期〕, 〔期限〕, 〔数字〕.
 * In the order of their start. Linear: one pass for figures, and a look at the few characters behind each.
 */
export function findComputed(text: string): ComputedHit[] {
  const hits: ComputedHit[] = []
  const add = (group: ComputedGroup, start: number, end: number, rest: RegExp) => {
    rest.lastIndex = end
    if (rest.test(text)) hits.push({ group, start, end: rest.lastIndex })
  }
  FIGURE.lastIndex = 0
  for (let match = FIGURE.exec(text); match; match = FIGURE.exec(text)) {
    const start = match.index
    const end = start + match[0].length
    hits.push({ group: '数字', start, end })
    add('日期', start, end, REST_OF_DATE)
    if (!RHYTHM.has(text.charAt(start - 1))) add('期限', start, end, REST_OF_TERM)
  }
  return hits
}

const LISTED = new RegExp(`方面(?:的?问题)?(?:有|共|发现|存在)?(?:[${DIGITS}]{1,4}|[${NUMERALS}]{1,4})[个条项]`, 'g')

/** Figures of a list: 方面5个 in 党的建设方面5个, 党的领导方面3个. In order. */
export function findListedFigures(text: string): Range[] {
  if (!text.includes('方面')) return []
  return Array.from(text.matchAll(LISTED), ({ index, 0: found }) => ({ start: index, end: index + found.length }))
}
