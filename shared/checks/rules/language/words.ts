import type { RuleContext } from '../reading/rule-context.ts'
import { around } from '../reading/text.ts'
import { type WordHit, withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const listed = wordList(({ words }) => words.flatMap((row) => row.wrong.map((word) => [word, row] as const)))
type WordRow = RuleContext['pack']['words'][number]

/** A word that is talked about and not used: 把“巡察”写成“巡查”. */
const MENTIONED = /写成|误写|错写|写作|一字之差|错别字|混为一谈|混同|当成/

function isRight(context: RuleContext, { start, end, value: row }: WordHit<WordRow>): boolean {
  const { before, after } = around(context.text, { start, end }, 8)
  if (
    row.unlessAfter.some((word) => before.endsWith(word)) ||
    row.unlessBefore.some((word) => after.startsWith(word))
  ) {
    return true
  }
  if (row.onlyAfter.length > 0 && !row.onlyAfter.some((word) => before.endsWith(word))) return true
  if (row.onlyBefore.length > 0 && !row.onlyBefore.some((word) => after.startsWith(word))) return true
  const sentence = context.sentenceAt(start)?.text ?? ''
  if (row.only.length > 0 && !row.only.some((word) => sentence.includes(word))) return true
  if (row.unless.some((word) => sentence.includes(word))) return true
  return context.quoteAround({ start, end }) !== undefined && MENTIONED.test(sentence)
}

/** A name may hold any characters. */
function isInName({ roster, text }: RuleContext, { start, end }: WordHit<WordRow>): boolean {
  return roster.some(({ name }) => {
    const at = text.indexOf(name, Math.max(0, start - name.length + 1))
    return at >= 0 && at < end && at + name.length > start
  })
}

function faultOf({ start, end, word, value: row }: WordHit<WordRow>): Fault {
  const part = row.wrongParts.find((candidate) => word.includes(candidate))
  const at = part === undefined ? 0 : word.indexOf(part)
  const range = part === undefined ? { start, end } : { start: start + at, end: start + at + part.length }
  return {
    ...range,
    message: `“${part ?? word}”应为“${row.right}”${row.note ? `（${row.note}）` : ''}。`,
    severity: row.severity,
    ...(row.exact ? { suggestion: row.right } : {}),
  }
}

export const confusedWord: Rule = {
  id: 'language/confused-word',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '《现代汉语词典》通行写法',
  find(context) {
    const right = (hit: WordHit<WordRow>) => isRight(context, hit) || isInName(context, hit)
    return withoutOverlaps(listed(context).filter((hit) => !right(hit))).map(faultOf)
  },
}

const COUNTY = /(?:县委|区委|市委|旗委)(?:第[一二三四五六七八九十]{1,3})?(巡视)(?=组|办|工作领导小组|机构|利剑)/g

/** 巡视 for what a county does; the province and the centre have it. */
export const countyInspection: Rule = {
  id: 'language/county-inspection',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'regulation',
  source: '《关于市县党委建立巡察制度的意见》',
  find({ matches }) {
    return matches(COUNTY).map((match) => {
      const start = match.index + match[0].length - 2
      return { start, end: start + 2, message: '市县两级是“巡察”，中央和省一级才是“巡视”。', suggestion: '巡察' }
    })
  },
}

const CURTAIN = /(?<![蚊营军床纱青罗锦毡绛])帐(?!篷|幕|子|下|钩|帘|房|顶)/g

/** 帐 for money; a 帐 is a tent or a curtain. */
export const account: Rule = {
  id: 'language/account',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '《现代汉语词典》通行写法',
  find(context) {
    const { text, matches, roster } = context
    return matches(CURTAIN).flatMap(({ index }) => {
      if (roster.some(({ name }) => name.includes('帐'))) return []
      // The word around it is shown, since a single character is easily overlooked.
      const start = /[\u4e00-\u9fff]/.test(text.charAt(index - 1)) ? index - 1 : index
      const word = text.slice(start, index + 1)
      return [{ start, end: index + 1, message: `钱物、台账的“账”不写“帐”。`, suggestion: word.replace('帐', '账') }]
    })
  },
}

const UNTIL = /截止(?:到|于|至)?(?=(?:\d{4}年|\d{1,2}月|今年|去年|[上本]周|[上本]月|[一二三四五六七八九十]+月))/g
const ENDS = /^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[前止。，；]/

/** 截止 before a time; 截止日期 and 10月10日截止 are right. */
export const until: Rule = {
  id: 'language/until',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '《现代汉语词典》通行写法',
  find({ text, matches }) {
    return matches(UNTIL)
      .filter(
        ({ index, 0: word }) => !/[的期]$/.test(text.slice(0, index)) || !ENDS.test(text.slice(index + word.length)),
      )
      .map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
        message: `“${word}”后面带时间，应为“截至”；“截止”用在时间后面，如“10月底截止”。`,
        suggestion: '截至',
      }))
  },
}
