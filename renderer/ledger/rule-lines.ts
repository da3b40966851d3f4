import { RUNG_ROLES, type RungRole } from '../../shared/model/rectification/chain-roles.ts'
import { type MeasureKind, type OfficeRules, officeRulesSchema } from '../../shared/model/rectification/office-rules.ts'

/** The office's rules as text that a person can edit. */
export type RuleLines = Record<
  | 'frameworks'
  | 'measureTypes'
  | 'measureStatuses'
  | 'closingSteps'
  | 'chain'
  | 'holidays'
  | 'workingWeekends'
  | 'limits'
  | 'clueKinds'
  | 'clueHandling'
  | 'clueForms',
  string
>

const KINDS: Record<MeasureKind, string> = { open: '未启动', ongoing: '整改中', done: '已完成' }
const PLACES: Record<RungRole, string> = {
  body: '主体',
  first: '书记',
  member: '班子成员',
  supervision: '监督',
  coordination: '统筹',
  department: '职能部门',
  leader: '上级领导',
}
const UNITS = { day: '天', workday: '个工作日', month: '个月' } as const
type Term = OfficeRules['measureTypes'][number]['term']

const termText = (term: Term): string =>
  term === 'none' ? '无' : term === 'term' ? '集中整改期' : `${term.amount}${UNITS[term.unit]}`

function readTerm(text: string): Term | null {
  if (text === '无' || text === '集中整改期') return text === '无' ? 'none' : 'term'
  const match = /^(\d{1,3})\s*(天|日|个?工作日|个?月)$/.exec(text)
  if (!match) return null
  return {
    amount: Number(match[1]),
    unit: match[2]?.includes('工作') ? 'workday' : match[2]?.includes('月') ? 'month' : 'day',
  }
}

export function ruleLines(rules: OfficeRules): RuleLines {
  return {
    frameworks: Object.entries(rules.frameworks)
      .map(([name, list]) => `${name}：${list.join('；')}`)
      .join('\n'),
    measureTypes: rules.measureTypes
      .map(({ name, term, isImmediate }) => `${name}：${termText(term)}${isImmediate ? '（算立行立改）' : ''}`)
      .join('\n'),
    measureStatuses: rules.measureStatuses.map(({ name, kind }) => `${name}：${KINDS[kind]}`).join('\n'),
    closingSteps: rules.closingSteps.join('\n'),
    chain: rules.chain.map(({ role, title, duty }) => `${PLACES[role]}：${title}：${duty}`).join('\n'),
    holidays: rules.holidays.join(' '),
    workingWeekends: rules.workingWeekends.join(' '),
    limits: [rules.mostMeasures, rules.stuckDays, rules.soonDays].join(' '),
    clueKinds: rules.clueKinds.join('、'),
    clueHandling: rules.clueHandling.join('、'),
    clueForms: rules.clueForms.join('、'),
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const pair = (line: string): [string, string] => {
  const at = line.search(/[：:]/)
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}
const parts = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

/** Reads the edited text back; the first thing that cannot be read is named. */
export function readRuleLines(
  lines: RuleLines,
): { rules: OfficeRules; problem: null } | { rules: null; problem: string } {
  const fail = (problem: string) => ({ rules: null, problem })
  const types = []
  for (const line of linesOf(lines.measureTypes)) {
    const [name, written] = pair(line)
    const term = readTerm(written.replace(/（算立行立改）/, '').trim())
    if (!term) return fail(`整改类型“${line}”：时限看不懂，写“15个工作日”“3个月”“集中整改期”或“无”。`)
    types.push({ name, term, isImmediate: written.includes('算立行立改') })
  }
  const statuses = []
  for (const line of linesOf(lines.measureStatuses)) {
    const [name, word] = pair(line)
    const kind = (Object.keys(KINDS) as MeasureKind[]).find((key) => KINDS[key] === word)
    if (!kind) return fail(`整改状态“${line}”：冒号后要写 未启动、整改中 或 已完成。`)
    statuses.push({ name, kind })
  }
  const chain = []
  for (const line of linesOf(lines.chain)) {
    const [place, rest] = pair(line)
    const role = RUNG_ROLES.find((key) => PLACES[key] === place)
    const [title, duty] = pair(rest)
    if (!role || title === '')
      return fail(`责任链条“${line}”：写“位置：名称：职责”，位置是 ${Object.values(PLACES).join('、')} 之一。`)
    chain.push({ role, title, duty })
  }
  const [mostMeasures, stuckDays, soonDays] = parts(lines.limits, /\s+/).map(Number)
  const parsed = officeRulesSchema.safeParse({
    frameworks: Object.fromEntries(
      linesOf(lines.frameworks).map((line) => [pair(line)[0], parts(pair(line)[1], /[；;]/)]),
    ),
    measureTypes: types,
    measureStatuses: statuses,
    closingSteps: linesOf(lines.closingSteps),
    chain,
    holidays: parts(lines.holidays, /\s+/),
    workingWeekends: parts(lines.workingWeekends, /\s+/),
    mostMeasures,
    stuckDays,
    soonDays,
    clueKinds: parts(lines.clueKinds, /、/),
    clueHandling: parts(lines.clueHandling, /、/),
    clueForms: parts(lines.clueForms, /、/),
  })
  if (parsed.success) return { rules: parsed.data, problem: null }
  const key = String(parsed.error.issues[0]?.path[0] ?? '')
  const name = {
    frameworks: '问题类别',
    measureTypes: '整改类型',
    measureStatuses: '整改状态（三种都要有）',
    closingSteps: '销号的环节',
    chain: '责任链条',
    holidays: '放假的日子',
    workingWeekends: '调休上班的周末',
  }[key]
  return fail(`“${name ?? '督办的界限或线索'}”填得不对。`)
}
