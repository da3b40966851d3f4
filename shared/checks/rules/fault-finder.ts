import type { Block } from '../../model/text-view.ts'
import type { Range } from '../../text/sentences.ts'
import type { CheckContext, Paragraph } from '../context.ts'
import type { Finding } from '../types.ts'
import { contextOf, createRuleContext } from './reading/rule-context.ts'
import type { Fault, Rule } from './rule.ts'

/** A fault of a paragraph, its places counted from the paragraph's beginning. */
interface Remembered {
  rule: Rule
  fault: Fault
}

/** The faults of one text under one meeting, for each kind of paragraph that it was. */
interface Memory {
  meeting: string
  known: { block: Block; faults: Remembered[] }[]
}

/**
 * Finds what the rules object to. Rules of one paragraph are asked only of paragraphs not seen before under the same
 * meeting, so that a change costs one paragraph; the result is the same as without memory.
 */
export function createFaultFinder(rules: readonly Rule[]): (context: CheckContext) => Finding[] {
  const paperRules = rules.filter(({ wholePaper }) => wholePaper)
  const paragraphRules = rules.filter(({ wholePaper }) => !wholePaper)
  const owner = {}

  return (context) => {
    const meeting = meetingOf(context)
    const unseen: Paragraph[] = []
    const faultsOfUnseen: Remembered[][] = []
    const faults = context.paragraphs.map((paragraph) => {
      const memory = paragraph.own.recall(owner, (): Memory => ({ meeting, known: [] }))
      if (memory.meeting !== meeting) {
        memory.meeting = meeting
        memory.known = []
      }
      const { block } = paragraph
      const known = memory.known.find((one) => isLike(one.block, block))
      if (known) return known.faults
      const own: Remembered[] = []
      memory.known.push({ block, faults: own })
      unseen.push(paragraph)
      faultsOfUnseen.push(own)
      return own
    })
    for (const { rule, fault, paragraph } of readParagraphs(context, unseen, paragraphRules)) {
      faultsOfUnseen[paragraph]?.push({ rule, fault })
    }

    const has = inPaper(context.text)
    const findings: Finding[] = []
    const add = (rule: Rule, fault: Fault, offset: number) => {
      if (!fault.unlessPaperHas?.some(has)) findings.push(toFinding(context, rule, fault, offset))
    }
    context.paragraphs.forEach(({ start }, index) => {
      for (const { rule, fault } of faults[index] ?? []) add(rule, fault, start)
    })
    const whole = createRuleContext(context, 'paper')
    for (const rule of paperRules) for (const fault of rule.find(whole)) add(rule, fault, 0)
    return findings
  }
}

/** All that a rule may know besides the text. */
function meetingOf({ input }: CheckContext): string {
  const { kind, date, facts, people, settings, view } = input
  const open = view.openFacts.map(({ start, end }) => view.text.slice(start, end))
  return JSON.stringify([kind, date, facts, people, settings.longSentence, settings.terms, open])
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

/** Whether two blocks are the same in all that a paragraph rule may know of them besides their text. */
function isLike(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.role === b.role && a.part < 0 === b.part < 0 && a.counted === b.counted
}

function readParagraphs(
  context: CheckContext,
  chosen: readonly Paragraph[],
  rules: readonly Rule[],
): (Remembered & { paragraph: number })[] {
  if (chosen.length === 0) return []
  const own = createRuleContext(contextOf(context, chosen), 'paragraph')
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

/** The finding of a fault whose places are counted from `offset`. */
function toFinding(context: CheckContext, rule: Rule, fault: Fault, offset: number): Finding {
  const { start, end, message, suggestion, related } = fault
  const moved = (range: Range) => context.quote({ start: range.start + offset, end: range.end + offset })
  return {
    ...moved({ start, end }),
    rule: rule.id,
    family: rule.family,
    severity: fault.severity ?? rule.severity,
    message,
    source: fault.source ?? rule.source,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(related === undefined ? {} : { related: related.map(moved) }),
  }
}
