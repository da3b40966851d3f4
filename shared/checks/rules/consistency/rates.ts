import { parseNumeral } from '../../../text/numerals.ts'
import type { Fault, Rule } from '../rule.ts'

const FIGURE = /(\d{1,5}|[一二两三四五六七八九十百]{1,6})(个|项|条|件|名|户|起|宗|份|处)/g
const RATE =
  /(?:完成率|整改率|办结率|销号率|解决率|回复率|办理率|到位率|占比|占总数的|占全部问题的|占)(?:分别)?(?:为|是|达|达到|约为)?(\d{1,3}(?:\.\d{1,2})?)%/g

/** 28个问题已整改21个，整改完成率80%: the rate against the two figures before it. */
export const rateOfFigures: Rule = {
  id: 'consistency/rate',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '前后数目一致',
  find({ text, matches, sentenceAt, quote }) {
    return matches(RATE).flatMap((match): Fault[] => {
      const [whole, written = ''] = match
      const from = sentenceAt(match.index)?.start ?? match.index
      const figures = [...text.slice(from, match.index).matchAll(FIGURE)].slice(-2)
      const [first, second] = figures
      if (!first || !second || first[2] !== second[2] || /约|近|分别/.test(whole)) return []
      const [all, done] = [parseNumeral(first[1] ?? ''), parseNumeral(second[1] ?? '')]
      if (!all || done === null || done > all || all < 2) return []
      const decimals = written.split('.')[1]?.length ?? 0
      const right = (done / all) * 100
      const said = Number(written)
      // Cutting the last decimal off instead of rounding it is common.
      if (Math.abs(right - said) < 1.01 * 10 ** -decimals) return []
      // Far off: the rate speaks of something else.
      if (Math.abs(right - said) > 25) return []
      const start = match.index + whole.length - written.length - 1
      const message = `${done}÷${all}是${right.toFixed(Math.max(1, decimals))}%，这里写的是${written}%。`
      const related = [quote({ start: from + first.index, end: from + second.index + second[0].length })]
      return [{ start, end: start + written.length + 1, message, related }]
    })
  },
}
