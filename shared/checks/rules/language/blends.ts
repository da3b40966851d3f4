import { isHanCode } from '../reading/text.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'language', severity: 'warning', sourceLevel: 'practice', source: '文字校对' } as const
const REACH = 48
const STOPS = /[。；！？\n]/

const openings = wordList(({ language }) => language.blends.map((row) => [row.opening, row] as const))

/** Two ways of saying it run into one sentence: 原因是……造成的. */
export const blend: Rule = {
  ...base,
  id: 'language/blend',
  find(context) {
    const { text } = context
    return openings(context).flatMap(({ start, end, value: { closing, right } }): Fault[] => {
      const reach = text.slice(end, end + REACH)
      const stop = reach.search(STOPS)
      const behind = stop < 0 ? reach : reach.slice(0, stop)
      const at = behind.lastIndexOf(closing)
      // What closes must end its clause: 参加会议的人员 goes on.
      if (at < 0 || /^[\u4e00-\u9fff]/.test(text.slice(end + at + closing.length))) return []
      const message = `两种说法混在一句里，可以说“${right}”。`
      return [{ start, end: end + at + closing.length, message }]
    })
  },
}

const needing = wordList(({ language }) =>
  language.headNouns.flatMap((row) => row.verbs.map((verb) => [verb, row] as const)),
)
const OBJECT_REACH = 24

/** A verb whose object lacks its head noun: 听取党风廉政建设工作, without 汇报. */
export const missingHead: Rule = {
  ...base,
  id: 'language/missing-head',
  find(context) {
    const { text } = context
    return needing(context).flatMap(({ start, end, word, value: { heads, example } }): Fault[] => {
      const clause = /^[^，。；！？：\n]*/.exec(text.slice(end, end + OBJECT_REACH))?.[0] ?? ''
      const cut = clause.length === OBJECT_REACH
      if (cut || clause.length < 2 || heads.some((head) => clause.includes(head))) return []
      // 听取并…, 听取的, 听取了解: the object stands elsewhere.
      if (/^[的并后时要和、]/.test(clause)) return []
      const message = `“${word}”后面少了中心词，如“${word}……${example}”。`
      return [{ start, end: end + clause.length, message }]
    })
  },
}

const overlaps = wordList(({ language }) => language.overlaps.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
const ITEM_MARKS = '、和及与'

/** Two items of one list that say the same: 群众和人民群众. */
export const overlappingItems: Rule = {
  ...base,
  id: 'language/overlapping-items',
  find(context) {
    const { text } = context
    return overlaps(context).flatMap(({ start, end, word, value: other }): Fault[] => {
      // The whole item, from its mark to the next.
      if (!ITEM_MARKS.includes(text.charAt(end))) return []
      const before = text.charAt(start - 1)
      const list = /^[^，。；：！？“”\n]*/.exec(text.slice(end, end + 24))?.[0] ?? ''
      const at = list.search(new RegExp(`[${ITEM_MARKS}]${other}`))
      if (at < 0 || (isInside(word, other) && before !== '' && !/[、，。和受、]/.test(before))) return []
      const behind = list.charAt(at + 1 + other.length)
      if (behind !== '' && !/[、和及与的等]/.test(behind)) return []
      const message = `“${word}”和“${other}”意思相同，并列时留一个。`
      return [{ start, end: end + at + 1 + other.length, message }]
    })
  },
}

/** 群众 in 人民群众: then the place must be the short item itself and no end of a longer one. */
function isInside(word: string, other: string): boolean {
  return other.includes(word)
}

/** Stretches of 汉字 as long as these are read; what is longer is read piece by piece. */
const RUN = { shortest: 9, longest: 40 }
const PIECE = 4

/** The same four characters twice in one stretch without a pause: 会议记录没有记录会议记录内容. */
export const echo: Rule = {
  ...base,
  id: 'language/echo',
  severity: 'hint',
  find({ text }) {
    const faults: Fault[] = []
    let start = 0
    for (let at = 0; at <= text.length; at++) {
      const isInRun = at < text.length && isHanCode(text.charCodeAt(at))
      if (isInRun && at - start < RUN.longest) continue
      const fault = at - start >= RUN.shortest ? echoIn(text, start, at) : null
      if (fault) faults.push(fault)
      start = isInRun ? at : at + 1
    }
    return faults
  },
}

/** The first piece of a stretch that stands in it again, and not directly behind itself. */
function echoIn(text: string, from: number, to: number): Fault | null {
  for (let at = from; at + PIECE * 2 < to; at++) {
    const again = nextLike(text, at, to)
    if (again <= at + PIECE) continue
    const piece = text.slice(at, at + PIECE)
    if (/[一二三四五六七八九十第]/.test(piece)) continue
    return { start: at, end: again + PIECE, message: `“${piece}”在一句里说了两遍，换个说法更清楚。` }
  }
  return null
}

/** Where the piece at a place begins again behind it, or -1. */
function nextLike(text: string, at: number, to: number): number {
  const first = text.charCodeAt(at)
  for (let again = at + PIECE; again + PIECE <= to; again++) {
    if (text.charCodeAt(again) !== first) continue
    let length = 1
    while (length < PIECE && text.charCodeAt(again + length) === text.charCodeAt(at + length)) length++
    if (length === PIECE) return again
  }
  return -1
}

const SATISFIED = '(?:放心|满意|认可|支持|受益|高兴|点头|信任|拥护|欢迎|省心|安心|称心)'
const BARE_MEMBER = new RegExp(
  `(?:[\\u4e00-\\u9fff]{2}${SATISFIED}、){2,3}([\\u4e00-\\u9fff]{2})(?=[。；，！”]|的[\\u4e00-\\u9fff])`,
  'g',
)

/** 县委放心、家长满意、学生: the last of several clauses has no predicate. */
export const bareMember: Rule = {
  ...base,
  id: 'language/bare-member',
  find({ matches }) {
    return matches(BARE_MEMBER).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: `前几项都有“满意”“放心”一类的话，“${match[1]}”后面缺了一截。`,
    }))
  },
}

/** 让我们以更加饱满的热情，更加务实的作风。 */
const MEANS_ONLY =
  /(?:让我们|我们要|希望大家|大家要)[以用凭](?:更加|更)?[^，。！；、\n]{2,14}的[^，。！；、\n的]{2,4}(?:[，、][以用凭]?更加?[^，。！；、\n]{1,12}的[^，。！；、\n的]{2,4})*[。！]/g

/** A sentence that names the means and never says what is to be done. */
export const meansOnly: Rule = {
  ...base,
  id: 'language/means-only',
  find({ matches }) {
    return matches(MEANS_ONLY).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: '这句只说了“以什么”，没有说“做什么”，句子不完整。',
    }))
  },
}

const GROWTH = /(?:同比|环比|比上年|较上年|比去年|较去年)(?:再|又)?(?:增长|增加|下降|减少)了?\d+(?:\.\d+)?个百分点/g
const SHRINK =
  /(?:下降|减少|降低|缩短|压减|缩减|压缩|缩小)(?:了|到了)?(?:近|约|将近)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几数半]{1,3})倍/g
const IS_A_RATE = /率|占比|比重|增速|增幅|比例|系数|水平|满意度/

/** 增长8个百分点 of an amount, and 减少2倍. */
export const rateWords: Rule = {
  ...base,
  id: 'language/rate-words',
  find({ text, matches, sentenceAt }) {
    const growth = matches(GROWTH).flatMap((match): Fault[] => {
      const sentence = sentenceAt(match.index)
      const before = text.slice(sentence?.start ?? 0, match.index)
      if (IS_A_RATE.test(before.slice(-24))) return []
      const message = '数量的增减用“%”，“百分点”只用于两个比率之差。'
      return [{ start: match.index, end: match.index + match[0].length, message }]
    })
    const shrink = matches(SHRINK).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: '减少、下降不用“倍”，改用“几分之几”或者“百分之几”。',
    }))
    return [...growth, ...shrink]
  },
}
