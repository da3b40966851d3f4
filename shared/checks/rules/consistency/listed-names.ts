import { numeralLike, parseNumeral } from '../../../text/numerals.ts'
import type { Fault, Rule } from '../rule.ts'

const COUNTED = /([一二两三四五六七八九十]{1,3}|\d{1,3})个(?:行政)?(村|社区|镇|乡|街道|局|单位|部门|学校|公司)/g
/** How far behind the number its list may begin, and how long one name may be. */
const REACH = 60
const LONGEST = 10

/** The first list in a text whose members all end alike: 大樟村、石碾村、柳湾村. */
function firstList(text: string, noun: string): { start: number; end: number; count: number; open: boolean } | null {
  const separator = text.indexOf(`${noun}、`)
  if (separator < 0) return null
  let start = separator
  while (start > 0 && separator - start < LONGEST && /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) start--
  let count = 1
  let end = separator + noun.length
  while ('、和'.includes(text.charAt(end)) && end < text.length) {
    const next = text.indexOf(noun, end + 1)
    if (next < 0 || next - end > LONGEST || /[，。；：、\n]/.test(text.slice(end + 1, next))) break
    count++
    end = next + noun.length
  }
  return count < 3 ? null : { start, end, count, open: '等、'.includes(text.charAt(end) || '。') }
}

/** 8个村, and seven of them named. */
export const listedNames: Rule = {
  id: 'consistency/listed-names',
  family: 'consistency',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '前后数目一致',
  find({ text, matches, paragraphAt, quote }) {
    const faults: Fault[] = []
    const told = new Set<number>()
    for (const match of matches(COUNTED)) {
      const [whole, number = '', noun = ''] = match
      const announced = parseNumeral(number)
      const from = match.index + whole.length
      const line = text.slice(from, Math.min(paragraphAt(match.index)?.end ?? from, from + REACH * 3))
      const list = firstList(line, noun)
      if (!announced || !list || list.open || list.start > REACH || told.has(from + list.start)) continue
      // Another number in between counts the list itself: 12个村中的3个村.
      if (
        /其中|\d|[二三四五六七八九十]个/.test(
          line.slice(0, list.start).replace(/第?[一二三四五六七八九十\d]+[届轮]/g, ''),
        )
      )
        continue
      told.add(from + list.start)
      if (list.count === announced) continue
      const message = `这里说的是${number}个${noun}，后面列出了${numeralLike(number, list.count)}个。`
      const related = [quote({ start: from + list.start, end: from + list.end })]
      faults.push({ start: match.index, end: from, message, related })
    }
    return faults
  },
}
