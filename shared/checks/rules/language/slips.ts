import type { RuleContext } from '../reading/rule-context.ts'
import { type WordHit, withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import { perPack, type Rule } from '../rule.ts'

const slips = wordList(({ slips }) =>
  Object.entries(slips).flatMap(([right, wrong]) => wrong.split(' ').map((word) => [word, right] as const)),
)
const knownWords = perPack(({ slips }) => new Set(Object.keys(slips)))

/** Behind these stands no common word but the end of a name. */
const NAME_ENDS = /^[\u4e00-\u9fff]?(?:同志|书记|组长|主任|村|社区|镇|乡|县|街道|路|桥|河|山|湖|水库|小学|中学)/

/** Whether the characters belong to the words around them: 领导至少 is no 导至. */
function crossesWords({ text }: RuleContext, { start, end }: WordHit<string>, known: ReadonlySet<string>): boolean {
  for (let size = 2; size <= 3; size++) {
    for (let at = start - size + 1; at < end; at++) {
      // Every known word that covers an end of the found characters and one beside them.
      const crosses = (at < start && at + size > start) || (at + size > end && at < end)
      if (crosses && known.has(text.slice(at, at + size))) return true
    }
  }
  return false
}

function isInName({ text, roster, input }: RuleContext, { start, end }: WordHit<string>): boolean {
  const names = [...roster.map(({ name }) => name), ...Object.values(input.facts)]
  return names.some((name) => text.slice(Math.max(0, start - name.length + 1), end + name.length - 1).includes(name))
}

/** A common word with a character that only sounds or looks right: 诚肯 for 诚恳. */
export const slip: Rule = {
  id: 'language/slip',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '《现代汉语词典》通行写法',
  find(context) {
    const known = knownWords(context)
    return withoutOverlaps(slips(context))
      .filter((hit) => {
        // 想想扣了几分: the first character belongs to a doubled word.
        const { text } = context
        if (text.charAt(hit.start - 1) === text.charAt(hit.start)) return false
        if (crossesWords(context, hit, known) || isInName(context, hit)) return false
        return !NAME_ENDS.test(context.text.slice(hit.end, hit.end + 4))
      })
      .map(({ start, end, word, value }) => ({
        start,
        end,
        message: `“${word}”疑为“${value}”之误。`,
        suggestion: value,
      }))
  },
}
