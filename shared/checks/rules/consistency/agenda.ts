import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const ACTIONS: readonly [string, RegExp][] = [
  ['反馈', /反馈/],
  ['传达', /传达/],
  ['表态', /表态/],
  ['讲话', /讲话|讲意见|提要求/],
]

/** What a stretch of text says somebody does: the first action in it. */
function actionIn(text: string): string | null {
  const found = ACTIONS.map(([name, pattern]) => ({ name, at: text.search(pattern) })).filter(({ at }) => at >= 0)
  return found.sort((a, b) => a.at - b.at)[0]?.name ?? null
}

/** The host's summary gives somebody what another person did by the agenda. */
export const agendaSummary: Rule = {
  id: 'consistency/agenda-summary',
  family: 'consistency',
  severity: 'error',
  sourceLevel: 'practice',
  source: '前后内容一致',
  wholePaper: true,
  find(context) {
    const { text, input, roster, quote } = context
    if (input.kind !== 'host-script') return []
    const called = new Map<string, { action: string; start: number; end: number }>()
    const faults: Fault[] = []
    for (const { name } of roster) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const behind =
          /^(?:同志|组长|主任|副主任|书记|常委)?(?:[^，。；]{0,16})/.exec(text.slice(at + name.length))?.[0] ?? ''
        const before = text.slice(Math.max(0, at - 30), at)
        const action = actionIn(behind)
        if (action && /请[^，。；]*$/.test(before)) called.set(name, { action, start: at, end: at + name.length })
      }
    }
    for (const { name } of roster) {
      const own = called.get(name)
      if (!own) continue
      for (let at = text.indexOf(name, own.end); at >= 0; at = text.indexOf(name, at + 1)) {
        const behind =
          /^(?:同志|组长|主任|副主任|书记|常委)?[^，。；]{0,10}?(?:作了|传达了|反馈了|通报了|发表了)[^，。；]{0,6}/.exec(
            text.slice(at + name.length),
          )?.[0]
        const action = behind ? actionIn(behind) : null
        if (
          !behind ||
          !action ||
          action === own.action ||
          ![...called.values()].some((other) => other.action === action)
        )
          continue
        faults.push({
          start: at,
          end: at + name.length + behind.length,
          message: `议程里${name}是${own.action}，这里说的是${action}，请核对。`,
          related: [quote(own)],
        })
      }
    }
    faults.push(...summaryOrder([...called.values()], context))
    return faults
  },
}

const LOOKS_BACK = /刚才|刚刚|方才/
const DID = /作了|传达了|反馈了|通报了|发表了|宣读了|提出了/

/** 刚才，…作了讲话，…反馈了意见: the summary in another order than the people were called up. */
function summaryOrder(called: readonly { start: number; end: number }[], context: RuleContext): Fault[] {
  const { text, sentences } = context
  const names = called
    .map(({ start, end }) => ({ name: text.slice(start, end), start }))
    .sort((a, b) => a.start - b.start)
  return sentences.flatMap((sentence): Fault[] => {
    if (!LOOKS_BACK.test(sentence.text.slice(0, 8))) return []
    const told = names
      .map(({ name }, order) => ({ name, order, at: sentence.text.indexOf(name) }))
      .filter(({ name, at }) => at >= 0 && DID.test(sentence.text.slice(at + name.length, at + name.length + 24)))
      .sort((a, b) => a.at - b.at)
    const odd = told.find(({ order }, index) => index > 0 && order < (told[index - 1]?.order ?? 0))
    const [first, last] = [told[0], told.at(-1)]
    if (!odd || !first || !last) return []
    const right = [...told].sort((a, b) => a.order - b.order).map(({ name }) => name)
    const message = `会上的次序是${right.join('、')}，这里的次序不同，请核对。`
    return [
      {
        start: sentence.start + first.at,
        end: sentence.start + last.at + last.name.length,
        message,
        severity: 'warning',
      },
    ]
  })
}
