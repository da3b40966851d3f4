import type { RuleContext } from '../reading/rule-context.ts'
import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'language', severity: 'warning', sourceLevel: 'practice', source: '文字校对' } as const

const openings = wordList(({ language }) =>
  language.frames.flatMap((row) => row.opening.map((word) => [word, row] as const)),
)
const CLAUSE = /^[^，。；：！？、\n]*/
const OPENS_QUOTE = /[“《（]/

/** A fixed frame of which a part is missing: 进行深刻。 */
export const brokenFrame: Rule = {
  ...base,
  id: 'language/broken-frame',
  find(context) {
    const { text } = context
    const faults = openings(context).flatMap(
      ({ start, end, value: { closing, reach, without, ends, lacking } }): Fault[] => {
        const longest = Math.max(0, ...closing.map((word) => word.length))
        const behind = text.slice(end, end + reach + longest + 1)
        const clause = CLAUSE.exec(behind)?.[0] ?? ''
        const closed = clause.length < behind.length || end + behind.length === text.length
        const word = closing.find((candidate) =>
          ends ? closed && clause.endsWith(candidate) : clause.startsWith(candidate),
        )
        if (closing.length > 0 ? word === undefined : clause !== '') return []
        const between = ends ? clause.slice(0, clause.length - (word?.length ?? 0)) : ''
        if (between.length > reach || OPENS_QUOTE.test(between)) return []
        if (without.some((one) => between.includes(one))) return []
        // A list goes on behind a 、: 进行深刻、全面的剖析.
        const stop = ends ? end + clause.length : end + (word?.length ?? 0)
        if (ends && text.charAt(stop) === '、') return []
        return [{ start, end: stop, message: `“${text.slice(start, stop)}”${lacking}。` }]
      },
    )
    return withoutOverlaps(faults)
  },
}

const TWIN = /([把对让向从以用])([\u4e00-\u9fff]{1,4})([\u4e00-\u9fff]{2,3})\1([\u4e00-\u9fff]{1,4})\3/g

/** 把自己摆进去把职责摆进去: two members of one build with nothing between them. */
function unpartedTwins({ matches }: RuleContext): Fault[] {
  return matches(TWIN).map((match) => {
    const [whole, word = '', first = '', tail = ''] = match
    const one = word + first + tail
    return {
      start: match.index,
      end: match.index + whole.length,
      message: `“${one}”和“${whole.slice(one.length)}”并列，中间少了标点。`,
      severity: 'warning',
    }
  })
}

const PARALLEL =
  /([\u4e00-\u9fff]{2}不(?:清|明|实|细|严|准|高|强|够|力|到位|足|深|全|畅|快|好|紧))([\u4e00-\u9fff]{2}不(?:清|明|实|细|严|准|高|强|够|力|到位|足|深|全|畅|快|好|紧))/g

/** 底数不清情况不明: two phrases of one build with nothing between them. */
export const missingComma: Rule = {
  ...base,
  id: 'language/missing-comma',
  severity: 'hint',
  find(context) {
    const builds = context.matches(PARALLEL).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: `“${match[1]}”和“${match[2]}”并列，中间少了顿号或者逗号。`,
      suggestion: `${match[1]}、${match[2]}`,
    }))
    return [...builds, ...unpartedTwins(context)]
  },
}
