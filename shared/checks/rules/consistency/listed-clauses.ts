import { numeralLike, parseNumeral } from '../../../text/numerals.ts'
import type { Fault, Rule } from '../rule.ts'

const LISTS =
  /((?:[\u4e00-\u9fff]{2}(?:清单)?[、和]){1,5}[\u4e00-\u9fff]{2}(?:清单)?)(等)?([二两三四五六])(?:张|个|项|本)(?:清单|台账)/g

/** 问题、任务、责任和措施三张清单: four are named. */
export const countedLists: Rule = {
  id: 'consistency/counted-lists',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '前后数目一致',
  find({ matches }) {
    return matches(LISTS).flatMap((match): Fault[] => {
      const [whole, names = '', open, number = ''] = match
      const count = names.split(/[、和]/).length
      if (open || count === parseNumeral(number) || count < 2) return []
      const message = `前面列了${numeralLike(number, count)}个，这里说的是${number}。`
      return [{ start: match.index, end: match.index + whole.length, message }]
    })
  },
}
