import { numeralLike, parseNumeral } from '../../../text/numerals.ts'
import type { Range } from '../../../text/sentences.ts'
import { matchesIn } from '../reading/matches.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'consistency', severity: 'error', sourceLevel: 'practice', source: '前后数目一致' } as const
const NUMBER = '(\\d{1,4}|[一二两三四五六七八九十百]{1,5})'
const TOTAL = new RegExp(
  `${NUMBER}个(?:大?方面|大类|类)(?:的|、|，|存在|共|有|发现|主要){0,3}${NUMBER}[个条项](?:具体|突出|主要)?(?:问题)?`,
  'g',
)
const REFERRED = new RegExp(
  `(?:反馈的|反馈指出的|反馈了|指出的|这|上述|以上|全部|所有|把这|对这)(?:这)?${NUMBER}[个条项](?:具体|突出|主要)?问题`,
  'g',
)
/** Whole or part: 十二月 is a number, 二十3 is mended by another rule. */
const ELSEWHERE =
  /上一轮|上轮|上次|上一次|审计|督查|以往|此前|\d{4}年(?:巡察|审计|县委)|历年|往年|自查|省委|市委|其余|其中|认领|立行立改/

interface Total extends Range {
  aspects: number
  problems: number
  problemsAt: Range
}

function readTotals(context: RuleContext): Total[] {
  return matchesIn(context, TOTAL).flatMap((match) => {
    const [whole, first = '', second = ''] = match
    const [aspects, problems] = [parseNumeral(first), parseNumeral(second)]
    if (aspects === null || problems === null || problems < aspects) return []
    const start = match.index + whole.lastIndexOf(second)
    const end = match.index + whole.length
    return [{ start: match.index, end, aspects, problems, problemsAt: { start, end } }]
  })
}

/** N个方面M个问题 against the facts, and every other mention of the whole number against the first. */
export const problemTotal: Rule = {
  ...base,
  id: 'consistency/problem-total',
  wholePaper: true,
  find(context) {
    const { text, fact } = context
    const faults: Fault[] = []
    const totals = readTotals(context).filter(
      ({ start }) => !ELSEWHERE.test(context.sentenceAt(start)?.text.split('，')[0] ?? ''),
    )
    const [aspects, problems] = [Number(fact('problemAspects')), Number(fact('problemCount'))]
    for (const total of totals) {
      if (problems && total.problems !== problems) {
        const message = `会议要素里是${problems}个问题，这里是${total.problems}个。`
        faults.push({ ...total.problemsAt, message })
      }
      if (aspects && total.aspects !== aspects) {
        faults.push({
          start: total.start,
          end: total.end,
          message: `会议要素里是${aspects}个方面，这里是${total.aspects}个。`,
        })
      }
    }
    const first = totals[0]
    const known = problems || first?.problems
    if (!known) return faults
    for (const match of matchesIn(context, REFERRED)) {
      const [whole, number = ''] = match
      const end = match.index + whole.length
      const start = match.index + whole.lastIndexOf(number)
      if (parseNumeral(number) === known || totals.some((total) => total.start <= start && start < total.end)) continue
      if (ELSEWHERE.test(context.sentenceAt(start)?.text ?? '') || /^.{0,8}方面/.test(text.slice(end, end + 2)))
        continue
      const message = `前面说的是${numeralLike(number, known)}个问题，这里是${number}个，请核对。`
      faults.push({ start, end, message, ...(first ? { related: [context.quote(first)] } : {}) })
    }
    for (const total of totals.slice(1)) {
      if (problems || total.problems === first?.problems) continue
      faults.push({ ...total.problemsAt, message: `前面说的是${known}个问题，这里是${total.problems}个，请核对。` })
    }
    return faults
  },
}

const FEEDBACK_TOTAL = new RegExp(`(?:发现|存在)(?:了)?${NUMBER}(?:个|条|项)(?:具体|突出|主要)?问题`, 'g')

/** In a 反馈意见 the problems are numbered, so that the total can be counted. */
export const listedProblems: Rule = {
  ...base,
  id: 'consistency/listed-problems',
  wholePaper: true,
  find(context) {
    const { input, items, text } = context
    if (input.kind !== 'feedback') return []
    const faults: Fault[] = []
    const countUnder = (from: number, to: number) =>
      items.filter(({ rank, start, leading }) => rank === 3 && leading && start > from && start < to).length
    for (const total of readTotals(context)) {
      // The list stands in the part of the total, or in the next one where the total is said beforehand.
      const heads = items.filter(({ rank, start, leading }) => rank === 1 && leading && start > total.start)
      const groupsIn = (from: number, to: number) =>
        items.filter(({ rank, start, leading }) => rank === 2 && leading && start > from && start < to)
      let from = total.start
      let end = heads[0]?.start ?? text.length
      if (groupsIn(from, end).length < 2 && heads[0]) {
        from = heads[0].start
        end = heads[1]?.start ?? text.length
      }
      const groups = groupsIn(from, end)
      const problems = countUnder(from, end)
      if (groups.length > 1 && groups.length !== total.aspects) {
        const message = `这里说的是${total.aspects}个方面，后面列出了${groups.length}个。`
        faults.push({ start: total.start, end: total.problemsAt.start, message })
      }
      if (groups.length > 1 && problems > 1 && problems !== total.problems) {
        const message = `这里说的是${total.problems}个问题，后面列出了${problems}个。`
        faults.push({ ...total.problemsAt, message })
      }
    }
    for (const match of matchesIn(context, FEEDBACK_TOTAL)) {
      const group = items.findLast(({ rank, start, leading }) => rank === 2 && leading && start < match.index)
      const announced = parseNumeral(match[1] ?? '')
      if (!group || announced === null || context.paragraphAt(match.index)?.index !== group.paragraph) continue
      const next = items.find(({ rank, start }) => rank <= 2 && start > match.index)
      const listed = countUnder(group.start, next?.start ?? text.length)
      if (listed < 2 || listed === announced) continue
      const start = match.index + match[0].indexOf(match[1] ?? '')
      const message = `这里说的是${announced}个问题，后面列出了${listed}个。`
      faults.push({ start, end: match.index + match[0].length, message })
    }
    return faults
  },
}
