import { formatDate } from '../../../text/dates.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'wording', sourceLevel: 'practice', source: '规范表述' } as const

const anchor = '四个意识'
const STANDS_APART = ['两个确立']

/** The formula of political loyalty with a part left out that belongs to it on the day of the meeting. */
export const incompleteFormula: Rule = {
  ...base,
  id: 'wording/incomplete-formula',
  severity: 'error',
  find(context) {
    const { text, date, pack } = context
    if (!date) return []
    const due = pack.wording.formula.filter(({ from }) => from <= date)
    const faults: Fault[] = []
    if (!due.some(({ part }) => part === anchor)) return []
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
      const sentence = context.sentenceAt(at)
      const paragraph = context.paragraphAt(at)
      if (!sentence || !paragraph) continue
      const absent = due
        .map(({ part }) => part)
        .filter((part) => !sentence.text.includes(part) && !near(paragraph.text, at - paragraph.start, part))
      // 两个确立 came later and often stands apart; it only has to be in the paper.
      const apart = absent.filter((part) => STANDS_APART.includes(part))
      const missing = absent.length > apart.length ? absent.filter((part) => !apart.includes(part)) : apart
      if (missing.length === 0) continue
      const start = text.charAt(at - 1) === '“' ? at - 1 : at
      const end = text.charAt(at + anchor.length) === '”' ? at + anchor.length + 1 : at + anchor.length
      const verb = due.find(({ part }) => part === anchor)?.verbs.find((word) => text.slice(start - 2, start) === word)
      faults.push({
        start: verb ? start - verb.length : start,
        end,
        message: `${formatDate(date)}的规范表述还应有${missing.map((part) => `“${part}”`).join('')}，这里没有写全。`,
        ...(missing === apart ? { unlessPaperHas: apart } : {}),
      })
    }
    return faults
  },
}

/** Whether a part of the formula stands shortly before or behind. */
function near(text: string, at: number, part: string): boolean {
  return text.slice(Math.max(0, at - 60), at + 60).includes(part)
}

/** A verb of the formula with a part it does not belong to. */
export const formulaVerb: Rule = {
  ...base,
  id: 'wording/formula-verb',
  severity: 'error',
  find({ text, pack }) {
    const faults: Fault[] = []
    for (const { part, verbs, wrongVerbs } of pack.wording.formula) {
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        const start = text.charAt(at - 1) === '“' ? at - 1 : at
        const wrong = wrongVerbs.find((verb) => text.startsWith(verb, start - verb.length))
        if (!wrong) continue
        faults.push({
          start: start - wrong.length,
          end: start,
          message: `“${part}”前面的动词是“${verbs.join('”或“')}”，不是“${wrong}”。`,
          ...(verbs.length === 1 ? { suggestion: verbs[0] } : {}),
        })
      }
    }
    return faults
  },
}

/** 坚定“四个自信”、做到“两个维护” without 增强“四个意识”; or the three in another order. */
export const formulaOrder: Rule = {
  ...base,
  id: 'wording/formula-order',
  severity: 'warning',
  find({ text, pack, date }) {
    if (!date) return []
    const faults: Fault[] = []
    const [first, second, third] = pack.wording.formula.filter(
      ({ part, from }) => !STANDS_APART.includes(part) && from <= date,
    )
    if (!first || !second || !third) return faults
    for (let at = text.indexOf(second.part); at >= 0; at = text.indexOf(second.part, at + 1)) {
      const from = Math.max(0, at - FORMULA_REACH, text.lastIndexOf('\n', at))
      const before = text.slice(from, at)
      const behind = /^[^\n。]*/.exec(text.slice(at, at + FORMULA_REACH))?.[0] ?? ''
      const end = at + second.part.length
      if (!before.includes(first.part) && !behind.includes(first.part) && behind.includes(third.part)) {
        const message = `“${second.part}”“${third.part}”前面还应有“${first.part}”，规范表述要写全。`
        faults.push({ start: at, end, message, severity: 'error' })
      } else if (behind.includes(first.part) || (before.includes(third.part) && before.includes(first.part))) {
        const message = `规范表述的顺序是“${first.part}”“${second.part}”“${third.part}”。`
        faults.push({ start: at, end, message })
      }
    }
    return faults
  },
}

/** The parts of the formula stand this near to one another. */
const FORMULA_REACH = 30
