import { z } from 'zod'
import type { IsoDate } from '../../text/dates.ts'
import type { Person } from '../meeting.ts'
import { ROLE_NAMES, RUNG_ROLES, type RungRole, type RungTemplate } from './chain-roles.ts'
import { isOverdue, isWithoutTerm, type Ledger, namesIn, statusKind } from './ledger.ts'
import type { OfficeRules } from './office-rules.ts'

const word = z.string().max(200)

export const rungSchema = z.object({
  id: z.uuid(),
  role: z.enum(RUNG_ROLES),
  /** 党委主体责任 */
  title: word,
  /** A body or unit; '' where only a person answers. */
  unit: word,
  /** Who answers; '' for a body alone. */
  person: word,
  /** 分管领域 */
  field: word,
  duty: z.string().max(500),
})
export const departedSchema = z.object({ name: word, date: z.iso.date(), successor: word, reason: z.string().max(300) })
export const chainSchema = z.object({
  rungs: z.array(rungSchema).max(120),
  /** People who have left, with who took over. */
  departed: z.array(departedSchema).max(200),
})

export type Rung = z.infer<typeof rungSchema>
export type Chain = z.infer<typeof chainSchema>

/** The rungs a chain without holes has at least one of, with somebody on it. */
export const NEEDED_ROLES: readonly RungRole[] = ['body', 'first', 'member', 'supervision', 'coordination']

/** What a first chain is made of: 会议要素 and the roster. */
export interface ChainFacts {
  partyOrganization: string | null
  unit: string | null
  secretary: string | null
  discipline: string | null
  officeHead: string | null
  leaderInCharge: string | null
}

/** @param fact the value of a 会议要素 by its key */
export function chainSource(fact: (key: keyof ChainFacts) => string | null): ChainFacts {
  return {
    partyOrganization: fact('partyOrganization'),
    unit: fact('unit'),
    secretary: fact('secretary'),
    discipline: fact('discipline'),
    officeHead: fact('officeHead'),
    leaderInCharge: fact('leaderInCharge'),
  }
}

/** The chain as the office's template has it, before anybody changed it: a member's rung stands once for each member. */
export function startingChain(
  facts: ChainFacts,
  people: readonly Person[],
  template: readonly RungTemplate[],
  newId: () => string,
): Chain {
  const { unit } = facts
  const members = people.filter(
    ({ name, post, organization }) =>
      unit !== null && `${organization}${post}`.includes(unit) && name !== facts.secretary && name !== facts.discipline,
  )
  const places: Record<RungRole, Partial<Rung>[]> = {
    leader: facts.leaderInCharge ? [{ person: facts.leaderInCharge }] : [],
    body: [{ unit: facts.partyOrganization ?? '' }],
    first: [{ person: facts.secretary ?? '' }],
    member: members.map(({ name, post }) => ({ person: name, field: fieldOf(post) })),
    supervision: [{ person: facts.discipline ?? '', unit: unit ? `${unit}纪委` : '' }],
    coordination: [{ person: facts.officeHead ?? '', unit: '县委巡察办' }],
    department: [{}],
  }
  return {
    rungs: template.flatMap(({ role, title, duty }) =>
      places[role].map((place) => ({ id: newId(), role, title, unit: '', person: '', field: '', duty, ...place })),
    ),
    departed: [],
  }
}

const FIELDS: readonly [RegExp, string][] = [
  [/组织委员/, '组织工作'],
  [/宣传委员/, '宣传思想工作'],
  [/政法委员/, '政法维稳'],
  [/统战委员/, '统战工作'],
  [/武装部长/, '武装工作'],
  [/镇长|乡长|主任/, '政府全面工作'],
]

function fieldOf(post: string): string {
  return /副(?:镇长|乡长|主任)/.test(post) ? '' : (FIELDS.find(([pattern]) => pattern.test(post))?.[1] ?? '')
}

export type HoleKind =
  | 'problem-without-measure'
  | 'problem-without-claim'
  | 'measure-without-leader'
  | 'measure-without-owner'
  | 'measure-without-date'
  | 'rung-missing'
  | 'rung-without-person'
  | 'member-without-field'
  | 'not-in-roster'
  | 'departed'
  | 'too-much'

/** Something that is missing in the chain; the place to mend it is the problem, the rung or the person named. */
export interface Hole {
  kind: HoleKind
  message: string
  problemId: string | null
  measureId: string | null
  rungId: string | null
  person: string | null
}

export interface ChainInput {
  chain: Chain
  ledger: Ledger
  people: readonly Pick<Person, 'name'>[]
  rules: OfficeRules
}

/**
 * The chain after somebody handed over: it remembers who left and who took over; where the successor takes the place
 * too, the rungs name him.
 */
export function chainAfterHandOver(chain: Chain, departed: Chain['departed'][number], takesPlace: boolean): Chain {
  const { name, successor } = departed
  const swapped = (person: string) =>
    [...new Set(namesIn(person).map((other) => (other === name ? successor : other)))].join('、')
  return {
    rungs: takesPlace
      ? chain.rungs.map((rung) =>
          namesIn(rung.person).includes(name) ? { ...rung, person: swapped(rung.person) } : rung,
        )
      : chain.rungs,
    departed: [...chain.departed.filter((other) => other.name !== name && other.name !== successor), departed],
  }
}

const SHOWN = 24
export const shortText = (text: string, length = SHOWN): string =>
  text.length > length ? `${text.slice(0, length)}…` : text

/** Everything that keeps the chain from being complete. What is closed is past and asks for nobody. */
export function chainHoles({ chain, ledger, people, rules }: ChainInput): Hole[] {
  const holes: Hole[] = []
  const add = (kind: HoleKind, message: string, at: Partial<Omit<Hole, 'kind' | 'message'>>) =>
    holes.push({ kind, message, problemId: null, measureId: null, rungId: null, person: null, ...at })
  const roster = new Set(people.map(({ name }) => name))
  const departed = new Map(chain.departed.map((entry) => [entry.name, entry]))
  const load = new Map<string, number>()
  const unknown = new Map<string, Partial<Hole>>()
  const meet = (name: string, at: Partial<Hole>) => {
    if ((!roster.has(name) || departed.has(name)) && !unknown.has(name)) unknown.set(name, at)
  }

  ledger.forEach((problem, index) => {
    if (problem.isClosed) return
    const at = { problemId: problem.id }
    const title = `第${index + 1}个问题“${shortText(problem.text)}”`
    if (problem.claimedBy.trim() === '') add('problem-without-claim', `${title}没有人认领。`, at)
    for (const name of namesIn(problem.claimedBy)) meet(name, at)
    if (problem.measures.length === 0) add('problem-without-measure', `${title}没有整改措施。`, at)
    problem.measures.forEach((measure, number) => {
      const place = { ...at, measureId: measure.id }
      const which = problem.measures.length > 1 ? `${title}的第${number + 1}条措施` : `${title}的措施`
      if (measure.leader.trim() === '') add('measure-without-leader', `${which}没有责任领导。`, place)
      if (measure.owner.trim() === '') add('measure-without-owner', `${which}没有责任人。`, place)
      if (measure.deadline === null && !isWithoutTerm(measure, rules))
        add('measure-without-date', `${which}没有整改时限。`, place)
      for (const name of [...namesIn(measure.leader), ...namesIn(measure.owner)]) meet(name, place)
      if (statusKind(measure.status, rules) !== 'done')
        for (const name of new Set(namesIn(measure.owner))) load.set(name, (load.get(name) ?? 0) + 1)
    })
  })
  for (const rung of chain.rungs) {
    const at = { rungId: rung.id }
    if (rung.role === 'member' && rung.field.trim() === '')
      add('member-without-field', `${rung.person || '一名班子成员'}没有写分管领域。`, {
        ...at,
        person: rung.person || null,
      })
    const needsPerson = rung.role === 'first' || rung.role === 'member'
    if (rung.person.trim() === '' && (needsPerson || rung.unit.trim() === ''))
      add('rung-without-person', `“${rung.title}”没有落到人。`, at)
    for (const name of namesIn(rung.person)) meet(name, at)
  }
  for (const role of NEEDED_ROLES) {
    if (!chain.rungs.some((rung) => rung.role === role))
      add('rung-missing', `责任链条里没有“${ROLE_NAMES[role]}”。`, {})
  }
  for (const [name, at] of unknown) {
    if (departed.has(name)) add('departed', `${name}已经调离，手里的事还没有交接。`, { ...at, person: name })
    else add('not-in-roster', `${name}不在人员名册里，请核对姓名。`, { ...at, person: name })
  }
  for (const [name, count] of load) {
    if (count > rules.mostMeasures)
      add('too-much', `${name}一个人有${count}条没办完的措施，多于${rules.mostMeasures}条。`, { person: name })
  }
  return holes
}

/** What somebody answers for: the rows of 责任分工表. */
export interface DutyRow {
  role: string
  name: string
  post: string
  field: string
  duty: string
  /** Numbers of the problems. */
  problems: number[]
  measures: number
  open: number
  overdue: number
}

/** Rows of 责任分工表: the rungs in their order, then people of the ledger who stand on none. */
export function dutyRows(input: Omit<ChainInput, 'people'> & { people: readonly Person[] }, today: IsoDate): DutyRow[] {
  const { chain, ledger, people, rules } = input
  const posts = new Map(people.map(({ name, post, organization }) => [name, `${organization}${post}`]))
  const work = (name: string): Pick<DutyRow, 'problems' | 'measures' | 'open' | 'overdue'> => {
    const row = { problems: [] as number[], measures: 0, open: 0, overdue: 0 }
    ledger.forEach((problem, index) => {
      const own = problem.measures.filter(
        ({ leader, owner }) => namesIn(leader).includes(name) || namesIn(owner).includes(name),
      )
      if (own.length > 0 || namesIn(problem.claimedBy).includes(name)) row.problems.push(index + 1)
      row.measures += own.length
      for (const measure of own) {
        if (!problem.isClosed && statusKind(measure.status, rules) !== 'done') row.open += 1
        if (isOverdue(problem, measure, rules, today)) row.overdue += 1
      }
    })
    return row
  }
  const rows = chain.rungs.map(({ title, person, unit, field, duty }) => ({
    role: title,
    name: person || unit,
    post: posts.get(person) ?? '',
    field,
    duty,
    ...work(person),
  }))
  const named = new Set(chain.rungs.flatMap(({ person }) => namesIn(person)))
  const others = new Set(
    ledger.flatMap(({ measures }) => measures.flatMap(({ leader, owner }) => [...namesIn(leader), ...namesIn(owner)])),
  )
  for (const name of others) {
    if (!named.has(name))
      rows.push({ role: '责任人', name, post: posts.get(name) ?? '', field: '', duty: '', ...work(name) })
  }
  return rows
}

/** Values for the facts by which a speech names the chain; null where the chain does not say. */
export function chainFacts(chain: Chain): Record<'memberDuties' | 'supervisionDuties', string | null> {
  const listed = (rungs: readonly Rung[], write: (rung: Rung) => string) =>
    rungs.length > 0 ? rungs.map(write).join('，') : null
  const named = (role: RungRole) => chain.rungs.filter((rung) => rung.role === role && (rung.person || rung.unit))
  return {
    memberDuties: listed(
      named('member').filter(({ field }) => field),
      ({ person, field }) => `${person}负责${field}`,
    ),
    supervisionDuties: listed(
      [...named('supervision'), ...named('coordination')],
      ({ unit, person, role }) => `${unit || person}${role === 'supervision' ? '负责日常监督' : '负责统筹督促'}`,
    ),
  }
}
