import { formatDate } from '../../text/dates.ts'
import type { Handout } from '../handouts/handout.ts'
import { readDate, readDeadline } from './deadlines.ts'
import { emptyMeasure, emptyProblem, type Measure, type Problem } from './ledger.ts'
import { plainHandout, tableColumn } from './ledger-handouts.ts'
import { findHeader, type ReadTable, type Table } from './ledger-table.ts'
import { joinItems, splitItems } from './numbered-items.ts'
import type { OfficeRules } from './office-rules.ts'

/** What the rows are called; the first is ours, the others are those of other offices. */
const LABELS = {
  number: ['问题序号', '序号'],
  duty: ['责任分工', '责任部门人', '责任部门', '责任人'],
  category: ['问题类别', '类别'],
  text: ['巡察反馈的问题', '巡察反馈的问题包括例证', '反馈的问题', '反馈问题', '存在问题'],
  cause: ['产生问题的原因', '产生问题的根本原因', '原因分析'],
  measures: ['整改措施和时限', '归零措施', '整改措施'],
  progress: ['完成情况', '整改措施完成情况', '整改进展'],
  evidence: ['佐证材料'],
  similar: ['举一反三情况', '举一反三检查情况', '举一反三'],
  rulesMade: ['建章立制'],
} as const
type Part = keyof typeof LABELS

const PEOPLE = [
  ['责任领导', 'leader'],
  ['责任人', 'owner'],
  ['牵头单位', 'leadUnit'],
  ['配合单位', 'cooperatingUnits'],
] as const
const NO_TERM = '时限未定'
const NO_CATEGORY = '未分类'

const dutyOf = (measure: Measure): string =>
  PEOPLE.flatMap(([label, key]) => (measure[key] ? [`${label}：${measure[key]}`] : [])).join('；')

/** One text where all have the same; an empty one where nobody has any. */
const once = (texts: readonly string[]): string =>
  new Set(texts).size === 1 ? joinItems([texts[0] ?? '']) : joinItems(texts)

const termOf = ({ deadline, types }: Measure): string =>
  [types.join('，'), deadline && formatDate(deadline)].filter(Boolean).join('，') || NO_TERM

/** 一事一表: a page a problem, with room for the confirmations. What it holds is read back by readProblemSheet. */
export function problemHandout(problem: Problem, number: number, rules: OfficeRules, unit: string): Handout {
  const { measures } = problem
  const confirmation = (step: string): string => {
    const taken = problem.closing.find((entry) => entry.step === step)
    return taken ? `${taken.opinion}\n${taken.name}　${formatDate(taken.date)}` : '\n（签名）　　　　年　　月　　日'
  }
  const rows: [Part, string][] = [
    ['number', String(number)],
    ['duty', once(measures.map(dutyOf))],
    [
      'category',
      problem.subcategory ? `${problem.category || NO_CATEGORY} / ${problem.subcategory}` : problem.category,
    ],
    ['text', problem.text],
    ['cause', problem.cause],
    ['measures', joinItems(measures.map((measure) => `${measure.text}（${termOf(measure)}）`))],
    ['progress', joinItems(measures.map(({ status, progress }) => `${status}。${progress}`))],
    ['evidence', joinItems(measures.map(({ evidence }) => evidence))],
    ['similar', problem.similar],
    ['rulesMade', joinItems(measures.map(({ rulesMade }) => rulesMade))],
  ]
  return plainHandout('巡察反馈问题整改销号表', {
    lines: [`单位：${unit || '＿＿＿＿＿＿'}`],
    table: {
      columns: [tableColumn('项目', 42), tableColumn('内容', 114, 'left')],
      rows: [
        ...rows.map(([part, text]) => [LABELS[part][0], text]),
        ...rules.closingSteps.map((step) => [step, confirmation(step)]),
      ],
      rowHeight: 9.5,
      size: 12,
    },
  })
}

const bare = (text: string): string => text.replace(/[\s　（）()：:]/g, '')

/** The cells of a form: what stands behind each label, with its row. A form may have several pairs in a row. */
function formCells(table: Table, steps: readonly string[]): Map<string, { text: string; row: number }> {
  const names = new Map<string, string>(
    Object.entries(LABELS).flatMap(([part, labels]) => labels.map((label) => [label, part] as const)),
  )
  for (const step of steps) names.set(bare(step), step)
  const found = new Map<string, { text: string; row: number }>()
  table.forEach((row, at) => {
    for (let column = 0; column < row.length; column++) {
      const label = row[column]?.text ?? ''
      const part = names.get(bare(label))
      if (part === undefined || found.has(part)) continue
      while (row[column + 1]?.text === label) column += 1
      column += 1
      found.set(part, { text: row[column]?.text.replace(/\r\n?/g, '\n').trim() ?? '', row: at + 1 })
    }
  })
  return found
}

const columnsRead = [
  ...['text', 'category', 'subcategory', 'cause', 'similar', 'closing'].map((name) => `problem.${name}`),
  ...['text', 'types', 'deadline', 'status', 'progress', 'evidence', 'rulesMade'].map((name) => `measure.${name}`),
]
const DUTY_COLUMNS = PEOPLE.map(([, key]) => `measure.${key}`)

/** A problem from a form of 一事一表; null where the table is no such form. */
export function readProblemSheet(table: Table, rules: OfficeRules): ReadTable | null {
  const cells = formCells(table, rules.closingSteps)
  const text = cells.get('text')
  if (!text || !cells.has('measures') || findHeader(table)) return null
  const of = (part: Part) => cells.get(part)?.text ?? ''
  const faults: ReadTable['faults'] = []
  const fault = (part: string, message: string) =>
    faults.push({ row: cells.get(part)?.row ?? 0, column: `“${LABELS[part as Part]?.[0] ?? part}”`, message })

  const items = splitItems(of('measures'))
  const [duties, states, evidence, rulesMade] = [of('duty'), of('progress'), of('evidence'), of('rulesMade')].map(
    (cell) => splitItems(cell, items.length),
  )
  const first = rules.measureStatuses.find(({ kind }) => kind === 'open')?.name ?? ''
  const measures = items.map((item, index): Omit<Measure, 'id'> => {
    const { text: what, term } = readTerm(item, rules)
    const progress = states?.[index] ?? ''
    const status = rules.measureStatuses
      .map(({ name }) => name)
      .filter((name) => progress === name || progress.startsWith(`${name}。`))
      .sort((a, b) => b.length - a.length)[0]
    return {
      ...emptyMeasure,
      text: what,
      ...term,
      ...readDuty(duties?.length === 1 ? (duties[0] ?? '') : (duties?.[index] ?? '')),
      status: status ?? first,
      progress: status === undefined ? progress : progress.slice(status.length).replace(/^。/, ''),
      evidence: evidence?.[index] ?? '',
      rulesMade: rulesMade?.[index] ?? '',
    }
  })
  const closing = rules.closingSteps.flatMap((step) => readConfirmation(step, cells.get(step)?.text ?? ''))
  if (closing.some(({ step }, index) => step !== rules.closingSteps[index]))
    fault(closing[0]?.step ?? '', '前面的环节还没有签，后面的却签了。')
  if (measures.some((measure) => PEOPLE.some(([, key]) => measure[key].length > 200)))
    fault('duty', '姓名或单位太长，最多 200 字。')
  for (const [part, { text: cell }] of cells) if (cell.length > 4000) fault(part, '太长，最多 4000 字。')
  const [category = '', ...sub] = of('category').split(' / ')
  const { measures: _none, ...empty } = emptyProblem
  const hasDuties = PEOPLE.some(([label]) => of('duty').includes(`${label}：`))
  return {
    problems: [
      {
        ...empty,
        category: category === NO_CATEGORY ? '' : category,
        subcategory: sub.join(' / '),
        text: text.text,
        cause: of('cause'),
        similar: of('similar'),
        closing,
        isClosed: closing.length >= rules.closingSteps.length,
      },
    ],
    measures: [measures],
    places: [
      {
        row: text.row,
        code: '',
        number: of('number'),
        measures: measures.map(() => ({ row: cells.get('measures')?.row ?? text.row, code: '' })),
      },
    ],
    columns: [...columnsRead, ...(hasDuties ? DUTY_COLUMNS : [])],
    faults,
    notes: [],
  }
}

/** 清理三处（限期整改，2027年3月31日） → what, and by when; a bracket that says something else belongs to the text. */
function readTerm(item: string, rules: OfficeRules): { text: string; term: Pick<Measure, 'types' | 'deadline'> } {
  const match = /^(.*)（([^（）]*)）$/s.exec(item)
  const term = match && (match[2] === NO_TERM ? { types: [], deadline: null } : readDeadline(match[2] ?? '', rules))
  return term ? { text: match[1] ?? '', term } : { text: item, term: { types: [], deadline: null } }
}

function readDuty(text: string): Partial<Measure> {
  const labels = PEOPLE.map(([label]) => label).join('|')
  const starts = [...text.matchAll(new RegExp(`(?:^|；)(${labels})：`, 'g'))]
  return Object.fromEntries(
    starts.map((start, index) => [
      PEOPLE.find(([label]) => label === start[1])?.[1],
      text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length).trim(),
    ]),
  )
}

function readConfirmation(step: string, text: string): Problem['closing'] {
  const lines = text.split('\n')
  const match = /^(.*\S)　(\S+)$/.exec(lines.at(-1)?.trim() ?? '')
  const date = match && readDate(match[2] ?? '')
  return date ? [{ step, name: match[1] ?? '', date, opinion: lines.slice(0, -1).join('\n').trim() }] : []
}
