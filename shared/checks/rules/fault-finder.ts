import type { CheckContext, Paragraph } from '../context.ts'
import type { Finding } from '../types.ts'
import { contextOf, createRuleContext } from './reading/rule-context.ts'
import type { Fault, Rule } from './rule.ts'

/** A fault of a paragraph, its places counted from the paragraph's beginning. */
interface Remembered {
  rule: Rule
  fault: Fault
}

/** So many characters of paragraphs are remembered; a paper has some thousands. */
const CAPACITY = 1_000_000

/**
 * Finds what the rules object to. Rules of one paragraph are asked only of paragraphs not seen before under the same
 * meeting, so that a change costs one paragraph; the result is the same as without memory.
 */
export function createFaultFinder(rules: readonly Rule[]): (context: CheckContext) => Finding[] {
  const paperRules = rules.filter(({ wholePaper }) => wholePaper)
  const paragraphRules = rules.filter(({ wholePaper }) => !wholePaper)
  let meeting = ''
  let remembered = new Map<string, Remembered[]>()
  let size = 0

  return (context) => {
    const { kind, date, facts, people, settings, view } = context.input
    const open = view.openFacts.map(({ start, end }) => view.text.slice(start, end))
    const now = JSON.stringify([kind, date, facts, people, settings.longSentence, settings.terms, open])
    if (now !== meeting || size > CAPACITY) {
      meeting = now
      remembered = new Map()
      size = 0
    }
    const keys = context.paragraphs.map(keyOf)
    const unseen = context.paragraphs.filter(({ index }) => {
      const key = keys[index] ?? ''
      if (remembered.has(key)) return false
      remembered.set(key, [])
      size += key.length
      return true
    })
    const keyAt = unseen.map(({ index }) => keys[index] ?? '')
    for (const { rule, fault, paragraph } of readParagraphs(context, unseen, paragraphRules)) {
      remembered.get(keyAt[paragraph] ?? '')?.push({ rule, fault })
    }

    const has = inPaper(context.text)
    const findings = context.paragraphs.flatMap(({ index, start }) =>
      (remembered.get(keys[index] ?? '') ?? []).flatMap(({ rule, fault }) =>
        toFindings(context, rule, fault, start, has),
      ),
    )
    const whole = createRuleContext(context)
    for (const rule of paperRules) {
      for (const fault of rule.find(whole)) findings.push(...toFindings(context, rule, fault, 0, has))
    }
    return findings
  }
}

/** Whether words stand anywhere in a paper; each is looked for once. */
function inPaper(text: string): (words: string) => boolean {
  const known = new Map<string, boolean>()
  return (words) => {
    const answer = known.get(words) ?? text.includes(words)
    known.set(words, answer)
    return answer
  }
}

/** All that a paragraph rule may know of a paragraph besides the meeting. */
function keyOf({ block, text }: Paragraph): string {
  return `${block.kind} ${block.role} ${block.part < 0} ${block.counted} ${text}`
}

function readParagraphs(
  context: CheckContext,
  chosen: readonly Paragraph[],
  rules: readonly Rule[],
): (Remembered & { paragraph: number })[] {
  if (chosen.length === 0) return []
  const own = createRuleContext(contextOf(context, chosen))
  return rules.flatMap((rule) =>
    rule.find(own).flatMap((fault) => {
      const paragraph = own.paragraphAt(fault.start)
      if (!paragraph) return []
      const { start, end } = paragraph
      const related = fault.related?.map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
      const moved: Fault = {
        ...fault,
        start: fault.start - start,
        end: Math.min(fault.end, end) - start,
        ...(related ? { related } : {}),
      }
      return [{ rule, fault: moved, paragraph: paragraph.index }]
    }),
  )
}

/** The finding of a fault whose places are counted from `offset`; none where the paper as a whole makes it right. */
function toFindings(
  context: CheckContext,
  rule: Rule,
  fault: Fault,
  offset: number,
  has: (words: string) => boolean,
): Finding[] {
  const { start, end, message, suggestion, related, unlessPaperHas } = fault
  if (unlessPaperHas?.some(has)) return []
  return [
    {
      ...context.quote({ start: start + offset, end: end + offset }),
      rule: rule.id,
      family: rule.family,
      severity: fault.severity ?? rule.severity,
      message,
      source: fault.source ?? rule.source,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(related === undefined
        ? {}
        : { related: related.map((one) => context.quote({ start: one.start + offset, end: one.end + offset })) }),
    },
  ]
}
