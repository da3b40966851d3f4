import { clauseAround } from '../reading/text.ts'
import type { Fault, Rule } from '../rule.ts'

const PLAN = /“?(十[二三四五六]五)”?/g
const OPENING = /开局|开好局|起好步|起步|开好头|谋划|编制/
const CLOSING = /收官|圆满完成|冲刺/
const PAST = /以来|时期|期间|总结|回顾|评估|末|过去|曾|成就|初|基础上|完成了|规划实施|之后|以后/

const EARLY = /落实|实施|贯彻|推进|完成|按照|根据|目标/
const AHEAD = /^，?[^。；\n]{0,16}(?:我们要|要|将|奋力|力争|确保|努力)/

/** What follows a clause, up to the end of its sentence. */
function clauseBehind(text: string, end: number): string {
  return /^[^。；！？\n]*/.exec(text.slice(end, end + 40))?.[0] ?? ''
}

/** “十四五”开局 said in the years of the next plan, and the like. */
export const fiveYearPlan: Rule = {
  id: 'wording/five-year-plan',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'practice',
  source: '五年规划的起止年份',
  find({ text, matches, date, pack }) {
    if (!date) return []
    const year = Number(date.slice(0, 4))
    const faults: Fault[] = []
    for (const match of matches(PLAN)) {
      const plan = pack.wording.plans.find(({ name }) => name === match[1])
      if (!plan) continue
      const { firstYear, lastYear, name } = plan
      const clause = clauseAround(text, { start: match.index, end: match.index + match[0].length })
      const before = text.slice(clause.start, match.index)
      const behind = text.slice(match.index + match[0].length, Math.min(clause.end, match.index + match[0].length + 14))
      const written = /(\d{4})年[^，。]{0,6}$/.exec(before)?.[1]
      const said = written
        ? Number(written)
        : /去年[^，。]{0,6}$/.test(before)
          ? year - 1
          : /明年[^，。]{0,6}$/.test(before)
            ? year + 1
            : year
      const spoken =
        /^[^，。；]*?(?:开局之年|收官之年|开好局、起好步|开好局|起好步|起步|开局|收官)/.exec(behind)?.[0].length ?? 0
      const end = match.index + match[0].length + spoken
      const current = pack.wording.plans.find((other) => other.firstYear <= year && year <= other.lastYear)
      const add = (message: string) => faults.push({ start: match.index, end, message })
      if (/^开局之年/.test(behind)) {
        if (said !== firstYear) add(`“${name}”的开局之年是${firstYear}年，这里说的是${said}年，请核对。`)
      } else if (/^收官之年/.test(behind)) {
        if (said !== lastYear) add(`“${name}”的收官之年是${lastYear}年，这里说的是${said}年，请核对。`)
      } else if (/^中期/.test(behind) && (year < firstYear || year > lastYear)) {
        add(`“${name}”是${firstYear}—${lastYear}年，${year}年不在它的中期。`)
      } else if (OPENING.test(behind) && !PAST.test(behind) && (year > firstYear + 1 || year < firstYear - 2)) {
        add(
          `“${name}”是${firstYear}—${lastYear}年，${year}年说它开局${year < firstYear ? '太早' : '已经过时'}${current ? `，现在是“${current.name}”` : ''}。`,
        )
      } else if (CLOSING.test(behind) && !/了/.test(behind) && (year > lastYear || year < lastYear - 1)) {
        add(`“${name}”是${firstYear}—${lastYear}年，${year}年说它收官不合适，请核对。`)
      } else if (
        year < firstYear - 1 &&
        /^规划(?:的|纲要)?|^期间/.test(behind) &&
        EARLY.test(before.slice(-6) + behind)
      ) {
        add(`“${name}”是${firstYear}—${lastYear}年，${year}年还没有这个规划，请核对。`)
      } else if (
        year > lastYear &&
        /^(?:期间|时期)(?:[要将我]|$)/.test(behind) &&
        AHEAD.test(clauseBehind(text, clause.end))
      ) {
        add(`“${name}”到${lastYear}年已经结束，这里说的是今后的事，请核对。`)
      } else if (
        year > lastYear &&
        /规划|目标|发展/.test(behind) &&
        !PAST.test(before + behind) &&
        !CLOSING.test(behind)
      ) {
        faults.push({
          start: match.index,
          end: match.index + match[0].length,
          message: `“${name}”到${lastYear}年已经结束，${current ? `现在是“${current.name}”，` : ''}请核对。`,
          severity: 'warning',
        })
      }
    }
    return faults
  },
}
