import type { ComputedGroup } from '../../packs/pattern.ts'
import type { Range } from '../../text/sentences.ts'

const NUMBER = '(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,4})'
/** 每3个月 is a rhythm, no term; nor may a match begin inside a number. */
const ONCE = '(?<![每隔0-9０-９一二两三四五六七八九十百])'

/**
 * The groups of words that no list can hold; a pattern refers to them as 〔日期〕 and so on.
 * Every expression is linear: fixed pieces with bounded counts.
 */
const COMPUTED: Record<ComputedGroup, RegExp> = {
  // 3月底前, 4月18日, 二〇二六年五月, 年底前
  日期: new RegExp(
    `${NUMBER}月(?:${NUMBER}[日号]|[上中下]旬|底|末|份?(?:前|之前|以前|内))|(?:年|本?月|季度|下?周)[底末]前?`,
    'g',
  ),
  // 6个月, 十五日内, 三个工作日, 两周之内
  期限: new RegExp(
    `${ONCE}${NUMBER}(?:个(?:半)?月|个工作日|个?(?:周|星期|季度)|天|日(?:内|之内|以内)|年(?:内|之内))|半年内?`,
    'g',
  ),
  数字: new RegExp(NUMBER, 'g'),
  // 党的建设方面5个, 方面的问题有三个
  方面数: new RegExp(`方面(?:的?问题)?(?:有|共|发现|存在)?${NUMBER}[个条项]`, 'g'),
}

/** Occurrences of a computed group in one paragraph, in order. */
export function findComputed(group: ComputedGroup, text: string): Range[] {
  return Array.from(text.matchAll(COMPUTED[group]), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
