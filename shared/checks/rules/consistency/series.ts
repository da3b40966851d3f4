import { numeralLike, parseNumeral } from '../../../text/numerals.ts'
import { matchesIn } from '../reading/matches.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'consistency', severity: 'warning', sourceLevel: 'practice', source: '前后数目一致' } as const
const NUMBER = '([二两三四五六七八九十]|[2-9]|1\\d)'

const NAMED = new RegExp(
  `${NUMBER}个([\\u4e00-\\u9fff]{2,4})(?:”?(?:：|——|，?(?:即|也就是|就是|就是要)：?|（)|”，)`,
  'g',
)
const BREAK = /[。；！？\n）]/

/** How many members of a listing begin or end with the word that names it: 认识到位、责任到位. */
function membersNamed(listing: string, head: string): number {
  let count = 0
  for (const member of listing.split(/[、，；和]/)) {
    const bare = member.replace(/^[“‘]|[”’]$/g, '')
    if (bare.length > head.length && (bare.startsWith(head) || bare.endsWith(head))) count++
    else if (count > 0 && bare.length > 3) break
  }
  return count
}

/** 做到“四个到位”：认识到位、责任到位、措施到位. */
export const namedSeries: Rule = {
  ...base,
  id: 'consistency/named-series',
  find({ text, matches, quote }) {
    return matches(NAMED).flatMap((match): Fault[] => {
      const [whole, number = '', head = ''] = match
      const announced = parseNumeral(number)
      const from = match.index + whole.length
      const stop = text.slice(from).search(BREAK)
      const end = stop < 0 ? text.length : from + stop
      const count = membersNamed(text.slice(from, end), head)
      if (announced === null || count < 2 || count === announced || text.slice(from, end).endsWith('等')) return []
      // Without a colon the words behind may only take up some of the members.
      if (whole.endsWith('，') && Math.abs(count - announced) > 1) return []
      const name = `${number}个${head}`
      const message = `说的是“${name}”，后面列出了${numeralLike(number, count)}个。`
      return [{ start: match.index, end: match.index + name.length, message, related: [quote({ start: from, end })] }]
    })
  },
}

const QUOTED = new RegExp(
  `“([\\u4e00-\\u9fff]{1,3}(?:、[\\u4e00-\\u9fff]{1,3}){1,6})”(?:这)?${NUMBER}(个|篇|道|步|本)`,
  'g',
)
const APPOSED = new RegExp(
  `((?:[\\u4e00-\\u9fff]{2,8}、){1,6}[\\u4e00-\\u9fff]{2,8}?(?:[和与及][\\u4e00-\\u9fff]{2,8}?)?)(?:这|等)?“?${NUMBER}(?:级(?=责任|联动|书记|干部|”)|个(?:方面|环节|层面|层次|维度|阶段|步骤|关键|层级)(?![\\u4e00-\\u9fff]{0,4}[一二三四五六七八九十\\d]))`,
  'g',
)
const DISTRIBUTED = new RegExp(
  `${NUMBER}(个|名|位|项|条|支|张|份|类|种|组|级)([\\u4e00-\\u9fff]{1,8})[，：]?(?:分别是|分别为|它们是|即)：?([^。；！？\\n]{2,80})`,
  'g',
)

/** Counts where the members stand beside the number: “学、查、改”四个环节; 两个专班，分别是…. */
export const countedSeries: Rule = {
  ...base,
  id: 'consistency/counted-series',
  find({ matches }) {
    const faults: Fault[] = []
    const look = (index: number, whole: string, number: string, count: number) => {
      const announced = parseNumeral(number)
      // Further off, the number counts something else.
      if (announced === null || Math.abs(announced - count) !== 1 || count < 2) return
      const message = `这里列出了${numeralLike(number, count)}个，数目写的是“${number}”。`
      faults.push({ start: index, end: index + whole.length, message })
    }
    for (const { index, 0: whole, 1: members = '', 2: number = '' } of matches(QUOTED)) {
      look(index, whole, number, members.split('、').length)
    }
    for (const { index, 0: whole, 1: members = '', 2: number = '' } of matches(APPOSED)) {
      if (whole.includes('等')) continue
      const names = members.split(/[、和与及]/)
      // 党委和政府两级 may be part of a name that holds 和.
      if (names.some((name) => name === '') || !/、/.test(members)) continue
      look(index, whole, number, names.length)
    }
    for (const match of matches(DISTRIBUTED)) {
      const { index, 0: whole, 1: number = '', 4: listing = '' } = match
      const members = membersOf(listing)
      if (members) look(index, whole, number, members)
    }
    return faults
  },
}

/** How many members a plain listing has; null where it can be read in several ways. */
function membersOf(listing: string): number | null {
  if (/等|[一二三四五]是|其中|第[一二三]|[“《（]|\d/.test(listing)) return null
  const clauses = listing.split('，')
  if (clauses.length > 1) return null
  const names = listing.split(/[、和]/)
  return names.every((name) => name.length >= 2 && name.length <= 12) ? names.length : null
}

const DIRECT = new RegExp(
  `(?<![第\\d一二三四五六七八九十])${NUMBER}(?:个|种|类|项|条|件|点|对|句|张|道|方面|大)[\\u4e00-\\u9fff]{0,8}(?:[：。]|，(?=一是|一要|第一))`,
  'g',
)

const ASPECTS = /([二三四五六七八九]|\d{1,2})(?:个方面|大?类)(?:的|、|，共|共)?$/

const HEADED = new RegExp(`${NUMBER}个([\\u4e00-\\u9fff]{2,4})”?[：。]`, 'g')

/** 做到“五个不放过”。第一，认识不到位不放过。…: every item behind has the counted word in its head. */
function headedItems(context: RuleContext): Fault[] {
  const { lists, text, paragraphAt, quote } = context
  return matchesIn(context, HEADED).flatMap((match): Fault[] => {
    const [whole, number = '', head = ''] = match
    const own = paragraphAt(match.index)
    const list = lists.find(([first]) => first && first.start >= match.index + whole.length && first.ordinal === 1)
    const announced = parseNumeral(number)
    if (/^(?:问题|方面|工作|意见|要求|建议|环节)/.test(head)) return []
    if (!own || !list?.[0] || announced === null || list[0].paragraph - own.index > 1 || list.length < 2) return []
    if (!list.every((item) => text.slice(item.head.start, item.head.end).includes(head)) || list.length === announced)
      return []
    const name = `${number}个${head}`
    const message = `说的是“${name}”，后面列出了${numeralLike(number, list.length)}个。`
    return [
      {
        start: match.index,
        end: match.index + name.length,
        message,
        related: list.slice(-1).map((item) => quote(item)),
      },
    ]
  })
}

/** 要处理好三对关系：一是…，二是…: the items that stand directly behind the number, in the same paragraph. */
export const directItems: Rule = {
  ...base,
  id: 'consistency/direct-items',
  wholePaper: true,
  find(context) {
    const { lists, text, matches, paragraphAt, sentenceAt, quote } = context
    const starts = new Map(lists.map((list) => [list[0]?.start ?? -1, list]))
    const direct = matches(DIRECT).flatMap((match): Fault[] => {
      const [whole, number = ''] = match
      const start = match.index
      const paragraph = paragraphAt(start)
      if (!paragraph || !/[一]是|一要|第一[，、]/.test(paragraph.text)) return []
      const list = starts.get(start + whole.length)
      const before = text.slice(sentenceAt(start)?.start ?? start, start)
      // 4个方面12个问题：一是… tells of the aspects.
      const aspects = ASPECTS.exec(before)
      const announced = parseNumeral(aspects?.[1] ?? number)
      if (!list || announced === null || list[0]?.ordinal !== 1) return []
      if (!aspects && /[二三四五六七八九十\d][个条项件方类大][^，。]{0,8}$/.test(before)) return []
      const own = list.filter((item) => paragraphAt(item.start)?.index === paragraph.index)
      if (own.length < list.length || own.length < 2 || own.length === announced) return []
      const told = aspects?.[0] ?? whole
      const message = `这里说的是${told.replace(/[的、共：。，]+$/, '')}，后面列出的是${numeralLike(aspects?.[1] ?? number, own.length)}项。`
      const related = own.slice(-1).map((item) => quote(item))
      return [{ start: start - (aspects?.[0].length ?? 0), end: start + whole.length, message, related }]
    })
    return [...direct, ...headedItems(context)]
  },
}
