import { z } from 'zod'
import type { IsoDate } from '../../text/dates.ts'
import type { MeasureKind, OfficeRules } from './office-rules.ts'

const line = z.string().max(200)
const text = z.string().max(4000)

/** 整改措施: one thing that is done about a problem. People stand by name, several parted by 、. */
export const measureSchema = z.object({
  id: z.uuid(),
  text,
  goal: text,
  /** Names of the office's kinds, combinable: 立行立改 and 长期坚持. */
  types: z.array(z.string().max(40)).max(6),
  deadline: z.iso.date().nullable(),
  /** 责任领导 and 责任人. */
  leader: line,
  owner: line,
  leadUnit: line,
  cooperatingUnits: line,
  progress: text,
  evidence: text,
  /** 建章立制: the rules that were made. */
  rulesMade: text,
  /** One of the office's states. */
  status: z.string().max(40),
})

/** One step of 销号 that was taken. */
export const closingStepSchema = z.object({ step: z.string().max(40), name: line, date: z.iso.date(), opinion: text })

export const problemSchema = z.object({
  id: z.uuid(),
  /** 问题类别, one of the framework's. */
  category: line,
  subcategory: line,
  text,
  cause: text,
  /** The sentence of the 反馈意见 it was read from. */
  source: text,
  /** 认领: who takes it as theirs; '' while nobody did. */
  claimedBy: line,
  /** 举一反三: what was looked through besides. */
  similar: text,
  note: text,
  measures: z.array(measureSchema).max(200),
  /** Steps of 销号 taken so far, in the order of the office's chain. */
  closing: z.array(closingStepSchema).max(8),
  /** Set with the last step; what is closed changes only after it was opened again, with a reason. */
  isClosed: z.boolean(),
})

export type Measure = z.infer<typeof measureSchema>
export type Problem = z.infer<typeof problemSchema>
export type ClosingStep = z.infer<typeof closingStepSchema>

/** 问题清单 and 整改台账 in one: problems in their order, each with its measures. */
export type Ledger = readonly Problem[]

export const emptyMeasure: Omit<Measure, 'id' | 'status'> = {
  text: '',
  goal: '',
  types: [],
  deadline: null,
  leader: '',
  owner: '',
  leadUnit: '',
  cooperatingUnits: '',
  progress: '',
  evidence: '',
  rulesMade: '',
}

export const emptyProblem: Omit<Problem, 'id'> = {
  category: '',
  subcategory: '',
  text: '',
  cause: '',
  source: '',
  claimedBy: '',
  similar: '',
  note: '',
  measures: [],
  closing: [],
  isClosed: false,
}

/** 张三、李四 → both names. */
export function namesIn(text: string): string[] {
  return text.split(/[、，,；;/\s]+/).filter(Boolean)
}

/** A state that the office has since taken off its list counts as one under way. */
export function statusKind(status: string, rules: OfficeRules): MeasureKind {
  return rules.measureStatuses.find(({ name }) => name === status)?.kind ?? 'ongoing'
}

/**
 * How far a problem is. done: closed, or every measure done; open: no measure begun; else ongoing. Exactly one of the
 * three, so that totals tie out.
 */
export function problemKind(problem: Problem, rules: OfficeRules): MeasureKind {
  if (problem.isClosed) return 'done'
  const kinds = problem.measures.map(({ status }) => statusKind(status, rules))
  if (kinds.length > 0 && kinds.every((kind) => kind === 'done')) return 'done'
  return kinds.every((kind) => kind === 'open') ? 'open' : 'ongoing'
}

/** What the screen and the tables call the state of a problem. */
export function problemStatus(problem: Problem, rules: OfficeRules): string {
  if (problem.isClosed) return '已销号'
  if (problem.closing.length > 0) return `待销号（${problem.closing.at(-1)?.step}）`
  return { done: '已完成', ongoing: '整改中', open: '未启动' }[problemKind(problem, rules)]
}

/** Whether a measure's kinds give it no last day of its own: 长期坚持 alone. */
export function isWithoutTerm(measure: Pick<Measure, 'types'>, rules: OfficeRules): boolean {
  return (
    measure.types.length > 0 &&
    measure.types.every((name) => rules.measureTypes.find((type) => type.name === name)?.term === 'none')
  )
}

export function isImmediate(measure: Pick<Measure, 'types'>, rules: OfficeRules): boolean {
  return measure.types.some((name) => rules.measureTypes.find((type) => type.name === name)?.isImmediate)
}

/** Past its last day and not done. */
export function isOverdue(problem: Problem, measure: Measure, rules: OfficeRules, today: IsoDate): boolean {
  return (
    !problem.isClosed &&
    measure.deadline !== null &&
    measure.deadline < today &&
    statusKind(measure.status, rules) !== 'done'
  )
}

/** Every problem and measure as rows of the table; a problem without measures has one row. */
export interface LedgerRow {
  problem: Problem
  /** From 1. */
  number: number
  measure: Measure | null
  /** Whether it is the first row of its problem. */
  isFirst: boolean
}

export function ledgerRows(ledger: Ledger): LedgerRow[] {
  return ledger.flatMap((problem, index): LedgerRow[] =>
    problem.measures.length === 0
      ? [{ problem, number: index + 1, measure: null, isFirst: true }]
      : problem.measures.map((measure, at) => ({ problem, number: index + 1, measure, isFirst: at === 0 })),
  )
}
