import { parseNumeral } from '../../../text/numerals.ts'
import type { Sentence } from '../../context.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { markTest } from '../reading/text.ts'
import type { Fault, Rule } from '../rule.ts'

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百]{1,5})'
/** Of these a breakdown often leaves small sums out, so that only parts beyond the whole are a slip. */
const MEASURED = ['万元', '亿元', '元', '亩', '公里']
const UNITS = '万元|亿元|元|亩|公里|个|项|条|件|名|人次|人|户|起|宗|份|处|批次'
const FIGURE = new RegExp(`(?<!“)${NUMBER}(${UNITS})`, 'g')

interface Part {
  start: number
  end: number
  value: number
  unit: string
  /** What stands between the clause's beginning and the figure. */
  label: string
  /** What follows the figure in its clause. */
  tail: string
  /** The figure before it in the same clause. */
  before?: Part
}

/** Clauses of a sentence with their only figure; null for a clause without one, or with several. */
function readClauses(text: string, offset: number): (Part | null)[] {
  const parts: (Part | null)[] = []
  let from = 0
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !'，、；：。'.includes(text.charAt(index))) continue
    const clause = text.slice(from, index)
    let last: Part | undefined
    let labelFrom = 0
    for (const figure of clause.matchAll(FIGURE)) {
      const written = figure[1] ?? ''
      const value = written.includes('.') ? Number(written) : parseNumeral(written)
      if (value === null) continue
      const start = offset + from + figure.index
      last = {
        start,
        end: start + figure[0].length,
        value,
        unit: figure[2] ?? '',
        label: clause.slice(labelFrom, figure.index),
        tail: clause.slice(figure.index + figure[0].length),
        ...(last ? { before: last } : {}),
      }
      labelFrom = figure.index + figure[0].length
    }
    if (last) parts.push(last)
    else if (clause !== '') parts.push(null)
    from = index + 1
  }
  return parts
}

const ENOUGH = 3
const isNumeral = markTest('0123456789一二两三四五六七八九十百')
const beginsUnit = markTest(UNITS.replaceAll('|', ''))

/** Whether a sentence has figures enough for a whole and two parts. */
function hasFigures({ text }: Sentence): boolean {
  // Most sentences have none, which is told without the expression.
  let most = 0
  for (let at = 1; at < text.length; at++) {
    if (beginsUnit(text.charCodeAt(at)) && isNumeral(text.charCodeAt(at - 1))) most++
  }
  return most >= ENOUGH && [...text.matchAll(FIGURE)].length >= ENOUGH
}

const TWICE =
  /(\d{1,4})(条|项|个|件|名|人|户)([^\d。；！？\n]{1,30}?)(?:一?共|共计|合计|总计)(?:有|计)?(\d{1,4})\2(?=[，。；])/g
/** Two figures so near one another speak of the same thing. */
const NEAR = { most: 3, share: 1 / 5 }

/** 4条整改意见，共5条: one thing counted twice, with nothing added in between. */
function countedTwice({ text, matches, sentenceAt, quote }: RuleContext): Fault[] {
  return matches(TWICE).flatMap((match): Fault[] => {
    const [whole, first = '', unit = '', between = '', second = ''] = match
    const [one, all] = [Number(first), Number(second)]
    if (one === all || Math.abs(one - all) > Math.max(NEAR.most, all * NEAR.share)) return []
    // Other figures of the kind belong to the total as well.
    const other = new RegExp(`[\\d一二两三四五六七八九十]${unit}|加上|连同|另有|以及|其他`)
    const before = text.slice(sentenceAt(match.index)?.start ?? match.index, match.index)
    if (other.test(before) || other.test(between)) return []
    const end = match.index + whole.length
    const start = end - second.length - unit.length
    const related = [quote({ start: match.index, end: match.index + first.length + unit.length })]
    return [{ start, end, message: `前面说${first}${unit}，这里说共${second}${unit}，前后不一致。`, related }]
  })
}

/** 移交的6个事项，已改4个，还有3个: whole, done and rest that do not fit together; the first two may share a clause. */
function remainder(parts: readonly (Part | null)[], index: number): { whole: Part; done: Part; rest: Part } | null {
  const rest = parts[index]
  const done = parts[index - 1]
  const whole = done?.before ?? parts[index - 2]
  if (!rest || !done || !whole || !/还有|尚有|仍有|还剩|剩下|剩余/.test(rest.label)) return null
  if (!/已|完成|办结|整改|改完/.test(done.label + done.tail) || /其中|有/.test(done.label)) return null
  const fits = whole.unit === done.unit && done.unit === rest.unit && whole.value > done.value
  return fits && whole.value - done.value !== rest.value ? { whole, done, rest } : null
}

/** A member of a breakdown: 党的领导方面4个, 立行立改的7个, 局领导班子成员6人. */
function isMember(part: Part | null | undefined, unit: string): part is Part {
  return (
    part !== null &&
    part !== undefined &&
    part.unit === unit &&
    part.label.length >= 2 &&
    /^(?:问题)?$/.test(part.tail) &&
    !/共(?![性同])|合计|总/.test(part.label)
  )
}

/** Figures that should add up: the whole before its parts, or behind them with 共. */
export const sum: Rule = {
  id: 'consistency/sum',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '前后数目一致',
  find(context) {
    const { sentences, quote } = context
    const faults: Fault[] = countedTwice(context)
    const wrong = ({ start, end, value, unit }: Part, total: number, parts: readonly Part[]) => {
      const message = `各项加起来是${total}${unit}，这里写的是${value}${unit}。`
      faults.push({ start, end, message, related: parts.map((part) => quote(part)) })
    }

    for (const sentence of sentences.filter(hasFigures)) {
      const parts = readClauses(sentence.text, sentence.start)
      for (let index = 0; index < parts.length; index++) {
        const whole = parts[index]
        if (!whole) continue
        const left = remainder(parts, index)
        if (left) {
          const { whole: all, done, rest } = left
          const message = `前面说${all.value}${all.unit}，已经完成${done.value}${done.unit}，剩下的应是${all.value - done.value}${all.unit}。`
          faults.push({ start: rest.start, end: rest.end, message, related: [quote(all)] })
        }
        let next = index + 1
        // 党的领导方面…: the clause that opens the breakdown may carry words of its own (我们初步作了分类).
        if (parts[next] === null && index + 3 < parts.length && !isMember(parts[next], whole.unit)) next++
        const members: Part[] = []
        while (isMember(parts[next], whole.unit)) members.push(parts[next++] as Part)
        const total = addUp(members)
        if (/^.{0,4}共|合计|总计/.test(whole.label)) {
          const before: Part[] = []
          for (let back = index - 1; isMember(parts[back], whole.unit); back--) before.push(parts[back] as Part)
          const earlier = addUp(before)
          if (before.length >= 2 && earlier !== whole.value) wrong(whole, earlier, before)
          if (before.length >= 2) continue
        }
        if (members.length < 2) continue
        if (total !== whole.value && isBreakdown(whole, members, parts.length - next)) wrong(whole, total, members)
        index = next - 1
      }
    }
    return faults
  },
}

/** 1.5 + 2 without the dust of binary fractions. */
function addUp(parts: readonly Part[]): number {
  return Math.round(parts.reduce((sofar, { value }) => sofar + value, 0) * 10_000) / 10_000
}

/**
 * Whether the parts claim to be the whole: they share a label (方面, 的), or there are three of them and nothing else
 * follows. 共42件，其中已办18件、在办20件 may leave something out.
 */
function isBreakdown(whole: Part, members: readonly Part[], rest: number): boolean {
  const total = addUp(members)
  if (MEASURED.includes(whole.unit)) return total > whole.value && /^其中/.test(members[0]?.label ?? '')
  const ending = (label: string) => /(方面|领域|环节|类|的|类型|年|季度|月|问题|村|镇)$/.exec(label)?.[1]
  const shared = ending(members[0]?.label ?? '')
  const alike = shared !== undefined && members.every(({ label }) => ending(label) === shared)
  if (whole.value < 3) return false
  const off = Math.abs(total - whole.value)
  // 来信12件、来访10件, 已改24个、正在改5个: two that make the whole between them, and a difference like a slip's.
  if (isDoneAndOpen(members) && rest === 0) return total > whole.value || off <= Math.max(2, whole.value / 10)
  if (/^其中/.test(members[0]?.label ?? '') && !alike) {
    return total > whole.value || (rest === 0 && off <= Math.max(1, whole.value / 20))
  }
  return alike || (members.length >= 3 && rest === 0 && off <= Math.max(3, whole.value / 5))
}

function isDoneAndOpen(members: readonly Part[]): boolean {
  const words = members.map(({ label, tail }) => label + tail)
  return (
    members.length >= 2 &&
    words.some((word) => /已|完成|办结|销号/.test(word) && !/未|没/.test(word)) &&
    words.some((word) => /正在|未|尚|在办|推进|持续|继续|剩|没有/.test(word))
  )
}
