import { matchesIn } from '../reading/matches.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'form', severity: 'warning', sourceLevel: 'standard' } as const

const starts = wordList(({ form }) =>
  form.runOn.flatMap(({ before, after }) => after.map((word) => [word, before] as const)),
)

/** 接受……监督, 置于……之下: closed frames behind which a new sentence may not begin without a mark. */
const CLOSED =
  /(?:接受[^，。；！？、\n]{2,12}的监督|置于[^，。；！？、\n]{1,14}之下)(?=[\u4e00-\u9fff])(?![的和与是并及下进运开等也就时里])/g
/** 发现一起查处一起 and no mark behind it. */
const EACH =
  /[\u4e00-\u9fff]{2}一(起|个|件|批|例|宗)[\u4e00-\u9fff]{2}一\1(?=[\u4e00-\u9fff])(?![的地问是就也问线案人干党])/g
/** 对打折扣的约谈要…: an order that ends with its verb, and the next that begins with 要. */
const ORDERED = /对[^，。；！？\n]{3,24}的(?:约谈|问责|通报|追责|曝光|严肃处理|通报批评)(?=要(?!求))/g

/** Two sentences, or two clauses, with no mark between them. */
export const runOn: Rule = {
  ...base,
  id: 'form/run-on',
  source: 'GB/T 15834—2011 4.1',
  find(context) {
    const { text, matches } = context
    const faults: Fault[] = []
    const message = '两句话连在一起，中间少了句号或者逗号。'
    for (const { start, end, value: before } of starts(context)) {
      const word = before.find((one) => text.startsWith(one, start - one.length))
      if (word) faults.push({ start: start - word.length, end, message })
    }
    for (const pattern of [CLOSED, EACH, ORDERED]) {
      for (const match of matches(pattern)) {
        faults.push({ start: match.index, end: match.index + match[0].length, message })
      }
    }
    return faults
  },
}

/** 不要走动，不要交头接耳、自觉遵守…: commas so far, then 、 before a clause of another build. */
const LIKE_CLAUSES =
  /(不要|不得|不准|不能|不许|严禁|禁止)[^，。；、\n]{2,12}，\1[^，。；、\n]{2,12}、(?!\1|不|严禁|禁止)/g
/** 在同一岗位工作15年以上、谈心谈话不经常: the item has its own figure, the next its own subject. */
const FIGURE_CLAUSE =
  /，有(?:的|些)?\d+(?:人|个|名|户|件)[^，。；、\n]{4,20}、[\u4e00-\u9fff]{3,8}不(?:经常|规范|到位|及时|严格|够|深入|力|严|实|细)/g

const openers = wordList(({ form }) => form.clauseOpeners.map((word) => [`、${word}`, word] as const))
const LIST_CUTS = /[，。；：！？\n]/

/** A 、 between two clauses where a comma is due. */
export const strayEnumeration: Rule = {
  ...base,
  id: 'form/stray-enumeration',
  source: 'GB/T 15834—2011 4.5',
  find(context) {
    const { text, matches } = context
    const message = '这里是两个分句，中间用逗号，不用顿号。'
    const faults = [LIKE_CLAUSES, FIGURE_CLAUSE].flatMap((pattern) =>
      matches(pattern).map((match): Fault => {
        const at = match.index + match[0].lastIndexOf('、')
        return { start: at - 1, end: at + 1, message, suggestion: `${text.charAt(at - 1)}，` }
      }),
    )
    for (const { start, end, value: opener } of openers(context)) {
      const back = text.slice(Math.max(0, start - 40), start)
      const before = back.slice(back.search(/[^，。；：！？\n]*$/))
      const rest = text.slice(end, end + 40)
      const stop = rest.search(LIST_CUTS)
      const behind = stop < 0 ? rest : rest.slice(0, stop)
      // 把自己摆进去、把工作摆进去: items of one build are a list.
      if (before.includes(opener) || behind.includes('、') || behind.includes(opener) || behind.length < 6) continue
      faults.push({ start: start - 1, end: start + 1, message, suggestion: `${text.charAt(start - 1)}，` })
    }
    return faults
  },
}

const nouns = wordList(({ form }) => form.listedNouns.map((word) => [word, word] as const))
/** Three of the nouns in a row, set apart by two marks that differ. */
const SERIES_SIZE = 3
const FORBIDDEN =
  /(?:不得|不准|严禁|禁止|杜绝)(?:私自|擅自|随意)?[\u4e00-\u9fff]{2}(?:，[\u4e00-\u9fff]{2}、|、[\u4e00-\u9fff]{2}，)[\u4e00-\u9fff]{2}(?=[。；，！])/g

/** 责任领导、牵头股室，完成时限: one series with two marks. */
export const mixedSeries: Rule = {
  ...base,
  id: 'form/mixed-series',
  source: 'GB/T 15834—2011 4.5',
  find(context) {
    const { text, matches } = context
    const message = '并列的词语之间用顿号，这里用了逗号。'
    const faults = matches(FORBIDDEN).map((match): Fault => {
      const at = match.index + match[0].indexOf('，')
      return { start: at - 1, end: at + 2, message }
    })
    let row: { start: number; end: number }[] = []
    for (const hit of nouns(context)) {
      const last = row.at(-1)
      const joined = last !== undefined && hit.start === last.end + 1 && '、，'.includes(text.charAt(last.end))
      row = joined ? [...row, hit] : [hit]
      if (row.length < SERIES_SIZE || !'，。；'.includes(text.charAt(hit.end))) continue
      const marks = row.slice(-SERIES_SIZE, -1).map(({ end }) => end)
      const comma = marks.filter((at) => text.charAt(at) === '，')
      const [at] = comma
      if (comma.length === 1 && at !== undefined) faults.push({ start: at - 1, end: at + 2, message })
    }
    return faults
  },
}

const AS_FOLLOWS = /(?:反馈|通报|报告|汇报|安排|议程|内容|要求|意见|情况|表态|说明|提纲|事项)如下(。)/g

/** 现将情况反馈如下。 with what follows behind it. */
export const asFollows: Rule = {
  ...base,
  id: 'form/as-follows',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.7',
  find({ matches }) {
    return matches(AS_FOLLOWS).map((match) => {
      const end = match.index + match[0].length
      return { start: end - 2, end, message: '“如下”后面领起下文，用冒号。', suggestion: '下：' }
    })
  },
}

const HAN_MONTH =
  /(?<![年一二三四五六七八九十历])[一二三四五六七八九十]{1,2}月(?:底|上旬|中旬|下旬|份|末|初(?![一二三四五六七八九十]))/g
const ARABIC_DATE = /\d[年月日]/g
const ENOUGH = 2

/** 六月底 in a paper that writes 9月 elsewhere. */
export const mixedMonths: Rule = {
  ...base,
  id: 'form/mixed-months',
  severity: 'hint',
  source: 'GB/T 15835—2011',
  wholePaper: true,
  find(context) {
    const months = matchesIn(context, HAN_MONTH)
    if (months.length === 0 || matchesIn(context, ARABIC_DATE).length < ENOUGH) return []
    return months.map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: `别处的月份用阿拉伯数字，这里的“${match[0]}”也用同一种写法。`,
    }))
  },
}

const LONGEST_RUN_IN = 24
const SHOWN = 8

/** A run-in head whose stop is left out, or is another than its siblings have. */
export const runInHead: Rule = {
  ...base,
  id: 'form/run-in-head',
  sourceLevel: 'practice',
  source: '公文标题惯例',
  wholePaper: true,
  find({ lists, paragraphs, text }) {
    return lists.flatMap((list): Fault[] => {
      const heads = list.flatMap(({ leading, end, paragraph }) => {
        const own = paragraphs[paragraph]
        if (!leading || !own) return []
        const size = text.slice(end, own.end).search(/[。；！？：]/)
        return size < 0 || end + size + 1 >= own.end
          ? []
          : [{ start: end, size, mark: text.charAt(end + size), open: text.slice(end, end + size) }]
      })
      const kept = heads.filter(({ size, mark }) => mark === '。' && size <= LONGEST_RUN_IN)
      const odd = heads.filter((head) => !kept.includes(head))
      const [one] = odd
      if (!one || odd.length > 1 || kept.length < 2 || heads.length < list.length) return []
      if (one.mark === '；' && one.size <= LONGEST_RUN_IN) {
        const end = one.start + one.size + 1
        const message = '同级的段首句都用句号，这一句也用句号。'
        return [{ start: one.start, end, message, suggestion: `${text.slice(one.start, end - 1)}。` }]
      }
      const longest = Math.max(...kept.map(({ size }) => size))
      // The first clause is far longer than the heads beside it: head and text have run together.
      const clause = one.open.search(/[，、]/)
      if (one.size < longest * 2 || (clause >= 0 && clause < longest)) return []
      const message = '同级各段都有带句号的段首句，这一段的段首句和下文连在一起了。'
      return [{ start: one.start, end: one.start + Math.min(SHOWN, one.size), message }]
    })
  },
}
