import { parseNumeral } from '../../../text/numerals.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { around } from '../reading/text.ts'
import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'
import { differByOne, findPlaceNames, isShortFor } from './place-names.ts'

const base = { family: 'leftover', severity: 'error', sourceLevel: 'practice', source: '会议要素' } as const

function hasReason(context: RuleContext, offset: number, words: readonly string[]): boolean {
  const sentence = context.sentenceAt(offset)
  return sentence !== undefined && words.some((word) => sentence.text.includes(word))
}

/** Every name the meeting itself brings along; a place inside one of them is no stranger. */
function ownNames({ input, roster, fact }: RuleContext): string {
  const facts = Object.keys(input.facts).map((key) => fact(key) ?? '')
  return [...facts, ...roster.map(({ post }) => post)].join('\n')
}

/** Another county or town than the one of the meeting. */
export const otherPlace: Rule = {
  ...base,
  id: 'leftover/other-place',
  find(context) {
    const own = ownNames(context)
    const faults: Fault[] = []
    const search = (suffix: string, right: string, label: string) => {
      for (const { start, end, name, bounded } of findPlaceNames(context, suffix)) {
        if (own.includes(name) || differByOne(name, right)) continue
        if (right && context.text.endsWith(right, end)) continue
        if (hasReason(context, start, context.pack.leftover.otherPlaceReasons)) continue
        if (suffix === '县' && !bounded) continue
        faults.push({
          start,
          end,
          message: `本次会议的${label}是“${right}”，这里写的是“${name}”，像是从别的稿子带过来的。`,
          ...(bounded ? { suggestion: right } : { severity: 'warning' as const }),
        })
      }
    }
    const unit = context.fact('unit') ?? ''
    // 芦汀镇5个村党组织: the town of the villages.
    const town = /[镇乡]$|街道$/.test(unit) ? unit : /^[\u4e00-\u9fff]{2,4}?(?:[镇乡]|街道)(?=.)/.exec(unit)?.[0]
    if (town) for (const suffix of ['镇', '乡', '街道']) search(suffix, town, '被巡察单位')
    const county = context.fact('county') ?? ''
    if (county.endsWith('县')) search('县', county, '县')
    return faults
  },
}

const BUREAU =
  /(?:县|(?<=[，。；：\n])|(?<=希望|代表))([\u4e00-\u9fff]{2,8}局)(?:党组|党委|领导班子)|(?<=希望|代表)([\u4e00-\u9fff]{2,10}(?:中学|小学|学校|集团|公司|医院|学院|中心))(?:党委|党总支|党组|党支部)/g
const KINDS = /(?:局|中学|小学|学校|集团|公司|医院|学院|中心)$/

/** The party organ of another bureau than the inspected one: 县林业局党组. */
export const otherUnit: Rule = {
  ...base,
  id: 'leftover/other-unit',
  find(context) {
    const unit = context.fact('unit')
    if (!unit) return []
    const faults: Fault[] = []
    for (const match of context.matches(BUREAU)) {
      const found = match[1] ?? match[2] ?? ''
      const name = found.slice(found.lastIndexOf('县') + 1)
      const short = unit.slice(unit.lastIndexOf('县') + 1)
      if (/[委对我请代表由经把让使会向各全本该]/.test(name) || name.endsWith('县局')) continue
      // Other bureaus have their say in anybody's paper; who speaks for a school or a firm speaks for the inspected one.
      if (name.endsWith('局') && !unit.endsWith('局')) continue
      if (!name.endsWith('局') && !/代表|希望/.test(context.text.slice(match.index - 2, match.index))) continue
      if (
        isShortFor(name, short) ||
        isShortFor(short, name) ||
        (unit.endsWith('局') !== name.endsWith('局') && !KINDS.test(unit))
      )
        continue
      if (hasReason(context, match.index, context.pack.leftover.otherPlaceReasons)) continue
      const start = match.index + Math.max(0, match[0].lastIndexOf('县'))
      faults.push({
        start,
        end: match.index + match[0].length,
        message: `本次会议的被巡察单位是“${unit}”，这里写的是“${name}”，请核对是不是别的稿子留下的。`,
      })
    }
    return faults
  },
}

const foreign = wordList(({ leftover }) =>
  leftover.foreignWords.flatMap((row) => row.words.map((word) => [word, row] as const)),
)

/** Words that fit another kind of unit: 全镇 in a speech to a school. */
export const otherKind: Rule = {
  ...base,
  id: 'leftover/other-kind',
  severity: 'warning',
  find(context) {
    const kind = context.fact('unitKind')
    if (!kind) return []
    return withoutOverlaps(foreign(context).filter(({ value }) => value.unitKinds.includes(kind)))
      .filter(({ start, word }) => !isPartOfName(context, start, word))
      .map(({ start, end, word, value }) => ({
        start,
        end,
        message: `被巡察单位是${value.fits}，“${word}”像是别的稿子留下的，请核对。`,
      }))
  },
}

const levels = wordList(({ leftover }) =>
  leftover.otherLevels.flatMap((row) => row.words.map((word) => [word, row] as const)),
)

/** Behind these 区 and 县 belong to another word: 园区委员会, 各县区委, 市县委. */
const NOT_OF_LEVEL = /[园发新城社山片校景库小辖牧治地灾郊厂矿林战防特县市区州盟省各外邻\d]$/

/** 区委 in a paper of a county: left from another place's paper. */
export const otherLevel: Rule = {
  ...base,
  id: 'leftover/other-level',
  find(context) {
    const county = context.fact('county') ?? ''
    const own = ownNames(context)
    return withoutOverlaps(levels(context).filter(({ value }) => county.length > 1 && county.endsWith(value.ends)))
      .filter(({ start, end, word }) => {
        const { before, after } = around(context.text, { start, end }, 4)
        if (!/^[我本全]/.test(word) && NOT_OF_LEVEL.test(before)) return false
        if (/^[员托]/.test(after) || own.includes(before.slice(-2) + word)) return false
        return !hasReason(context, start, context.pack.leftover.otherPlaceReasons)
      })
      .map(({ start, end, word }) => ({
        start,
        end,
        message: `本次会议是${county}的会议，“${word}”像是别处的稿子留下的，请核对。`,
      }))
  },
}

/** 青溪镇党委 names a certain town, 全县各镇党委 all of them; neither is a slip. */
function isPartOfName({ text }: RuleContext, start: number, word: string): boolean {
  const before = text.charAt(start - 1)
  if (/^[我本全]/.test(word)) return before === '各'
  return /[\u4e00-\u9fff]/.test(before) && !/[请由在对向和与及的是为把将让给，。县]/.test(before)
}

const SESSION =
  /(?<![哪每上下本这同新前后历各任])(十[一二三四五六七八九]?|[一二三四五六七八九]|二十)届(?=县委|区委|市委|旗委)/g
const ROUND = /第([一二三四五六七八九十]{1,3}|\d{1,2})轮/g

/** Whether an earlier inspection is meant: 曾, 上一轮 and the like close by. */
function speaksOfEarlier(text: string, at: number, words: readonly string[]): boolean {
  const near = text.slice(Math.max(0, at - 14), at + 18)
  return words.some((word) => near.includes(word))
}

/** Another 届次 or 轮次 than this inspection's. */
export const otherRound: Rule = {
  ...base,
  id: 'leftover/other-round',
  find(context) {
    const { text, matches, pack } = context
    const faults: Fault[] = []
    const session = /[一二三四五六七八九十]+(?=届)/.exec(context.fact('session') ?? '')?.[0]
    const round = /第?([一二三四五六七八九十]{1,3}|\d{1,2})轮/.exec(context.fact('round') ?? '')?.[1]
    const unless = pack.leftover.earlierReasons
    for (const match of session ? matches(SESSION) : []) {
      if (match[1] === session || speaksOfEarlier(text, match.index, unless)) continue
      if (!text.slice(match.index, match.index + 24).includes('巡察')) continue
      faults.push({
        start: match.index,
        end: match.index + match[0].length + 2,
        message: `本次是${session}届的巡察，这里写的是“${match[0]}”，请核对届次。`,
        suggestion: `${session}届${text.slice(match.index + match[0].length, match.index + match[0].length + 2)}`,
      })
    }
    for (const match of round ? matches(ROUND) : []) {
      if (parseNumeral(match[1] ?? '') === parseNumeral(round ?? '') || hasReason(context, match.index, unless))
        continue
      const end = match.index + match[0].length
      if (!text.slice(end, end + 6).includes('巡察')) continue
      faults.push({
        start: match.index,
        end,
        message: `本次是第${round}轮巡察，这里写的是“${match[0]}”，请核对轮次。`,
        suggestion: `第${round}轮`,
      })
    }
    return faults
  },
}
