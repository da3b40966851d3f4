import { z } from 'zod'
import { type Ledger, type Measure, measureSchema, namesIn, type Problem, problemSchema, statusKind } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

const id = z.uuid()
const reason = z.string().trim().min(1, '理由不能空着').max(300)
const name = z.string().trim().min(1).max(30)

const problemFields = problemSchema.omit({ id: true, measures: true, closing: true, isClosed: true }).partial()
const measureFields = measureSchema.omit({ id: true }).partial()

const singleChanges = [
  z.object({
    kind: z.literal('add-problems'),
    problems: z.array(problemSchema).min(1).max(10_000),
    at: z.number().int().min(0).optional(),
  }),
  z.object({ kind: z.literal('edit-problem'), id, fields: problemFields }),
  z.object({ kind: z.literal('remove-problem'), id }),
  z.object({ kind: z.literal('move-problem'), id, to: z.number().int().min(0) }),
  z.object({ kind: z.literal('add-measure'), id, measure: measureSchema, at: z.number().int().min(0).optional() }),
  z.object({ kind: z.literal('edit-measure'), id, measureId: id, fields: measureFields }),
  z.object({ kind: z.literal('remove-measure'), id, measureId: id }),
  z.object({ kind: z.literal('confirm-step'), id, name, date: z.iso.date(), opinion: z.string().max(4000) }),
  z.object({ kind: z.literal('return-step'), id, reason }),
  z.object({ kind: z.literal('reopen'), id, reason }),
  /** 责任交接: everything still open that one person has goes to another. */
  z.object({ kind: z.literal('hand-over'), from: name, to: name, reason }),
] as const

/** Everything that can be done to a ledger. New problems and measures bring their own ids. */
export const ledgerChangeSchema = z.discriminatedUnion('kind', [
  ...singleChanges,
  /** All of them or none, as when a table comes back; the reason stands with each line of the history. */
  z.object({
    kind: z.literal('several'),
    changes: z
      .array(z.discriminatedUnion('kind', [...singleChanges]))
      .min(1)
      .max(20_000),
    reason,
  }),
])

export type LedgerChange = z.infer<typeof ledgerChangeSchema>

/** One line of the history: what happened to which problem. Who and when is added where it is kept. */
export interface HistoryLine {
  problemId: string
  /** In the office's words: 改“责任人”：张三 → 李四. */
  what: string
  reason: string
}

export interface Changed {
  ledger: Ledger
  lines: HistoryLine[]
}

/** A change that may not be made; the message says why, for the user. */
export class RefusedChange extends Error {}

/** What the fields are called on the screen, in tables and in the history. */
export const PROBLEM_FIELDS: Record<keyof z.infer<typeof problemFields>, string> = {
  category: '问题类别',
  subcategory: '二级类别',
  text: '反馈问题',
  cause: '原因分析',
  source: '原文',
  claimedBy: '认领',
  similar: '举一反三',
  note: '备注',
}
export const MEASURE_FIELDS: Record<keyof z.infer<typeof measureFields>, string> = {
  text: '整改措施',
  goal: '整改目标',
  types: '整改类型',
  deadline: '整改时限',
  leader: '责任领导',
  owner: '责任人',
  leadUnit: '牵头单位',
  cooperatingUnits: '配合单位',
  progress: '整改进展',
  evidence: '佐证材料',
  rulesMade: '建章立制',
  status: '整改状态',
}

const LONGEST_SHOWN = 60
const shown = (value: unknown): string => {
  const text = Array.isArray(value) ? value.join('、') : String(value ?? '')
  return text === '' ? '（空）' : text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function edits<T extends object>(before: T, fields: Partial<T>, names: Record<string, string>): string[] {
  return Object.entries(fields)
    .filter(([key, value]) => value !== undefined && JSON.stringify(before[key as keyof T]) !== JSON.stringify(value))
    .map(([key, value]) => `改“${names[key]}”：${shown(before[key as keyof T])} → ${shown(value)}`)
}

const clean = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

function put<T>(list: readonly T[], at: number, ...items: T[]): T[] {
  return [...list.slice(0, at), ...items, ...list.slice(at)]
}

/**
 * Makes a change, or refuses it. Pure: the same ledger and change give the same result, on the screen and in the host.
 * @throws RefusedChange
 */
export function changeLedger(ledger: Ledger, change: LedgerChange, rules: OfficeRules): Changed {
  if (change.kind === 'add-problems') return addProblems(ledger, change.problems, change.at)
  if (change.kind === 'several') return changeSeveral(ledger, change, rules)
  if (change.kind === 'hand-over') return handOver(ledger, change.from, change.to, change.reason)
  const index = ledger.findIndex((problem) => problem.id === change.id)
  const problem = ledger[index]
  if (!problem) throw new RefusedChange('这个问题已经不在台账里了。')
  const line = (what: string, why = ''): HistoryLine => ({ problemId: problem.id, what, reason: why })
  const replaced = (next: Problem, lines: HistoryLine[]): Changed => ({ ledger: ledger.with(index, next), lines })

  if (change.kind === 'move-problem') {
    const rest = ledger.toSpliced(index, 1)
    const to = Math.min(change.to, rest.length)
    if (to === index) return { ledger, lines: [] }
    return { ledger: put(rest, to, problem), lines: [line(`排序：第${index + 1}个 → 第${to + 1}个`)] }
  }
  if (change.kind === 'reopen') {
    if (!problem.isClosed) throw new RefusedChange('这个问题还没有销号，不用重新启动。')
    return replaced({ ...problem, isClosed: false, closing: [] }, [line('重新启动整改', change.reason)])
  }
  if (problem.isClosed) throw new RefusedChange('这个问题已经销号，不能再改。确有需要的，先“重新启动整改”并写明理由。')

  switch (change.kind) {
    case 'edit-problem':
      return replaced(
        { ...problem, ...clean(change.fields) } as Problem,
        edits(problem, change.fields as Partial<Problem>, PROBLEM_FIELDS).map((what) => line(what)),
      )
    case 'remove-problem':
      return { ledger: ledger.toSpliced(index, 1), lines: [line(`移走问题：${shown(problem.text)}`)] }
    case 'add-measure': {
      if (ledger.some(({ measures }) => measures.some((other) => other.id === change.measure.id)))
        throw new RefusedChange('这条措施已经在台账里了。')
      const measures = put(problem.measures, change.at ?? problem.measures.length, change.measure)
      return replaced(notClosing({ ...problem, measures }), [line(`加措施：${shown(change.measure.text)}`)])
    }
    case 'edit-measure':
    case 'remove-measure': {
      const at = problem.measures.findIndex((measure) => measure.id === change.measureId)
      const measure = problem.measures[at]
      if (!measure) throw new RefusedChange('这条措施已经不在台账里了。')
      if (change.kind === 'remove-measure') {
        const measures = problem.measures.toSpliced(at, 1)
        return replaced(notClosing({ ...problem, measures }), [line(`移走措施：${shown(measure.text)}`)])
      }
      const next = { ...measure, ...clean(change.fields) } as Measure
      const lines = edits(measure, change.fields as Partial<Measure>, MEASURE_FIELDS)
      // A step was confirmed on what stood there; a state that falls back takes the confirmation with it.
      const fellBack = statusKind(measure.status, rules) === 'done' && statusKind(next.status, rules) !== 'done'
      const changed = { ...problem, measures: problem.measures.with(at, next) }
      return replaced(
        fellBack ? notClosing(changed) : changed,
        lines.map((what) => line(`措施${at + 1} ${what}`)),
      )
    }
    case 'confirm-step':
      return confirmStep(problem, change, rules, replaced, line)
    case 'return-step':
      if (problem.closing.length === 0) throw new RefusedChange('还没有人填报销号，没有可退回的。')
      return replaced(notClosing(problem), [line('退回销号', change.reason)])
  }
}

function changeSeveral(
  ledger: Ledger,
  { changes, reason }: Extract<LedgerChange, { kind: 'several' }>,
  rules: OfficeRules,
): Changed {
  const lines: HistoryLine[] = []
  let now = ledger
  for (const change of changes) {
    const changed = changeLedger(now, change, rules)
    now = changed.ledger
    for (const line of changed.lines) lines.push({ ...line, reason: line.reason || reason })
  }
  return { ledger: now, lines }
}

const notClosing = (problem: Problem): Problem => ({ ...problem, closing: [] })

function confirmStep(
  problem: Problem,
  { name, date, opinion }: Extract<LedgerChange, { kind: 'confirm-step' }>,
  rules: OfficeRules,
  replaced: (next: Problem, lines: HistoryLine[]) => Changed,
  line: (what: string) => HistoryLine,
): Changed {
  const { measures, closing } = problem
  const step = rules.closingSteps[closing.length]
  if (!step) throw new RefusedChange('销号的各个环节都走完了。')
  if (measures.length === 0) throw new RefusedChange('这个问题还没有整改措施，不能销号。')
  const open = measures.findIndex(({ status }) => statusKind(status, rules) !== 'done')
  if (open >= 0) throw new RefusedChange(`第${open + 1}条措施还没有完成，不能销号。`)
  const bare = measures.findIndex(({ evidence }) => evidence.trim() === '')
  if (bare >= 0) throw new RefusedChange(`第${bare + 1}条措施没有写佐证材料，不能销号。`)
  const before = closing.at(-1)
  if (before && before.date > date)
    throw new RefusedChange(`“${step}”的日期不能早于“${before.step}”的日期（${before.date}）。`)
  const next = [...closing, { step, name, date, opinion }]
  const isClosed = next.length >= rules.closingSteps.length
  const lines = [line(`${step}：${name} ${date}${opinion ? ` ${shown(opinion)}` : ''}`)]
  return replaced({ ...problem, closing: next, isClosed }, isClosed ? [...lines, line('销号')] : lines)
}

function addProblems(ledger: Ledger, problems: readonly Problem[], at = ledger.length): Changed {
  const ids = new Set(
    [...ledger, ...problems].flatMap(({ id, measures }) => [id, ...measures.map((measure) => measure.id)]),
  )
  const count = [...ledger, ...problems].reduce((total, { measures }) => total + 1 + measures.length, 0)
  if (ids.size < count) throw new RefusedChange('有的问题已经在台账里了。')
  return {
    ledger: put(ledger, at, ...problems),
    lines: problems.map(({ id, text, measures }) => ({
      problemId: id,
      what: `列入台账：${shown(text)}${measures.length > 0 ? `（${measures.length}条措施）` : ''}`,
      reason: '',
    })),
  }
}

function handOver(ledger: Ledger, from: string, to: string, reason: string): Changed {
  if (from === to) throw new RefusedChange('交出的和接手的是同一个人。')
  const lines: HistoryLine[] = []
  const swap = (names: string) =>
    namesIn(names).includes(from)
      ? [...new Set(namesIn(names).map((name) => (name === from ? to : name)))].join('、')
      : names
  const next = ledger.map((problem) => {
    if (problem.isClosed) return problem
    const changed: string[] = []
    const claimedBy = swap(problem.claimedBy)
    if (claimedBy !== problem.claimedBy) changed.push('认领')
    const measures = problem.measures.map((measure, at) => {
      const [leader, owner] = [swap(measure.leader), swap(measure.owner)]
      if (leader !== measure.leader) changed.push(`措施${at + 1}责任领导`)
      if (owner !== measure.owner) changed.push(`措施${at + 1}责任人`)
      return leader === measure.leader && owner === measure.owner ? measure : { ...measure, leader, owner }
    })
    if (changed.length === 0) return problem
    lines.push({ problemId: problem.id, what: `责任交接：${from} → ${to}（${changed.join('、')}）`, reason })
    return { ...problem, claimedBy, measures }
  })
  if (lines.length === 0) throw new RefusedChange(`台账里没有${from}还要办的事。`)
  return { ledger: next, lines }
}
