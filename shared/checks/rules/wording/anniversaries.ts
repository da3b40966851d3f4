import { parseNumeral } from '../../../text/numerals.ts'
import { wordList } from '../reading/word-list.ts'
import type { Rule } from '../rule.ts'
import { sentenceHas } from './dated-wording.ts'

const listed = wordList(({ wording }) =>
  wording.anniversaries.flatMap(({ of, since }) => of.map((word) => [word, since] as const)),
)
const NOW = ['今年', '喜迎', '迎接', '即将迎来', '庆祝', '之际', '献礼', '隆重纪念']
const COUNT = /^(\d{2,3}|[一二三四五六七八九十百]{2,5})周年/

/** 今年是建党100周年 in another year than 2021. */
export const anniversary: Rule = {
  id: 'wording/anniversary',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '年份推算',
  find(context) {
    const { text, date } = context
    if (!date) return []
    const year = Number(date.slice(0, 4))
    return listed(context).flatMap(({ start, end, word, value: since }) => {
      const match = COUNT.exec(text.slice(end, end + 8))
      const count = parseNumeral(match?.[1] ?? '')
      if (!match || count === null || since + count === year) return []
      if (!sentenceHas(context, { start, end }, NOW)) return []
      // 在庆祝中国共产党成立100周年大会上的讲话 names what was said then.
      if (/大会|讲话|上的/.test(text.slice(end + match[0].length, end + match[0].length + 6))) return []
      // Next year's anniversary may be looked forward to.
      if (since + count === year + 1 && !sentenceHas(context, { start, end }, ['今年是'])) return []
      const message = `${word}${match[1]}周年是${since + count}年，会议在${year}年，请核对。`
      return [{ start, end: end + match[0].length, message }]
    })
  },
}
