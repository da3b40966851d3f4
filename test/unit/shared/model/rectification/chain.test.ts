import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Chain,
  chainAfterHandOver,
  chainHoles,
  dutyRows,
  NEEDED_ROLES,
  type Rung,
  startingChain,
} from '../../../../../shared/model/rectification/chain.ts'
import { chainPicture, pictureSvg } from '../../../../../shared/model/rectification/chain-picture.ts'
import {
  emptyProblem,
  isWithoutTerm,
  type Ledger,
  namesIn,
  statusKind,
} from '../../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules as rules } from '../../../../../shared/model/rectification/office-rules.ts'
import { arbitraryLedger, measureOf, NAMES } from './rectification-arbitraries.ts'

const people = NAMES.map((name) => ({ id: name, name, post: '柳溪镇副镇长', organization: '' }))
const rung = (fields: Partial<Rung>): Rung => ({
  id: crypto.randomUUID(),
  role: 'member',
  title: '班子成员',
  unit: '',
  person: '',
  field: '',
  duty: '',
  ...fields,
})
const whole: Chain = {
  rungs: [
    rung({ role: 'body', unit: '柳溪镇党委' }),
    rung({ role: 'first', person: '唐稼轩' }),
    rung({ person: '孟春畦', field: '政府全面工作' }),
    rung({ role: 'supervision', person: '彭砺之' }),
    rung({ role: 'coordination', unit: '县委巡察办' }),
  ],
  departed: [],
}

/** The rule said once more in another way: what a chain without holes looks like. */
function isComplete(chain: Chain, ledger: Ledger, roster: readonly string[]): boolean {
  const open = ledger.filter(({ isClosed }) => !isClosed)
  const measures = open.flatMap((problem) => problem.measures)
  const here = (name: string) => roster.includes(name) && !chain.departed.some((entry) => entry.name === name)
  const loads = roster.map(
    (name) =>
      measures.filter(({ owner, status }) => statusKind(status, rules) !== 'done' && namesIn(owner).includes(name))
        .length,
  )
  return (
    open.every(({ claimedBy, measures: own }) => claimedBy.trim() !== '' && own.length > 0) &&
    measures.every(
      (measure) =>
        measure.leader !== '' && measure.owner !== '' && (measure.deadline !== null || isWithoutTerm(measure, rules)),
    ) &&
    [
      ...measures.flatMap(({ leader, owner }) => [leader, owner]),
      ...open.map(({ claimedBy }) => claimedBy),
      ...chain.rungs.map(({ person }) => person),
    ]
      .flatMap(namesIn)
      .every(here) &&
    NEEDED_ROLES.every((role) => chain.rungs.some((entry) => entry.role === role)) &&
    chain.rungs.every(({ role, person, unit, field }) => {
      if (role === 'member') return person !== '' && field !== ''
      return role === 'first' ? person !== '' : person !== '' || unit !== ''
    }) &&
    loads.every((count) => count <= rules.mostMeasures)
  )
}

const arbitraryChain: fc.Arbitrary<Chain> = fc
  .record({
    rungs: fc.subarray(whole.rungs, { minLength: 3 }),
    person: fc.constantFrom('孟春畦', '', '外来人'),
    field: fc.constantFrom('', '财政'),
    spoil: fc.boolean(),
    departed: fc.subarray(['冯小禾']),
  })
  .map(({ rungs, person, field, spoil, departed }) => ({
    rungs: spoil ? [...rungs, rung({ person, field })] : rungs,
    departed: departed.map((name) => ({ name, date: '2027-01-01', successor: '秦越川', reason: '' })),
  }))

/** Mostly well filled, so that complete ones come up too. */
const filledLedger = arbitraryLedger.map((ledger) =>
  ledger.map((problem, index) =>
    index % 3 === 2
      ? problem
      : {
          ...problem,
          claimedBy: '唐稼轩',
          measures: [measureOf({ leader: '孟春畦', owner: '秦越川', deadline: '2027-03-01' })],
        },
  ),
)

describe('the chain of responsibility', () => {
  it('is complete if and only if no hole is reported', () => {
    let complete = 0
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(whole), arbitraryChain),
        fc.oneof(filledLedger, arbitraryLedger),
        (chain, ledger) => {
          const holes = chainHoles({ chain, ledger, people, rules })
          if (holes.length === 0) complete += 1
          expect(holes.length === 0).toBe(isComplete(chain, ledger, NAMES))
        },
      ),
      { numRuns: 400 },
    )
    expect(complete).toBeGreaterThan(10)
  })
  it('names each kind of hole', () => {
    const ledger = [
      { ...emptyProblem, id: crypto.randomUUID(), text: '甲', claimedBy: '冯晓禾' },
      {
        ...emptyProblem,
        id: crypto.randomUUID(),
        text: '乙',
        measures: Array.from({ length: 11 }, () => measureOf({ owner: '秦越川' })),
      },
    ]
    const chain = {
      rungs: [rung({ person: '孟春畦' }), rung({ role: 'first' })],
      departed: [{ name: '孟春畦', date: '2027-01-01', successor: '', reason: '' }],
    }
    const kinds = new Set(chainHoles({ chain, ledger, people, rules }).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([
      'departed',
      'measure-without-date',
      'measure-without-leader',
      'member-without-field',
      'not-in-roster',
      'problem-without-claim',
      'problem-without-measure',
      'rung-missing',
      'rung-without-person',
      'too-much',
    ])
  })
  it('asks for no last day where a measure goes on for ever', () => {
    const ledger = [
      {
        ...emptyProblem,
        id: crypto.randomUUID(),
        text: '甲',
        claimedBy: '唐稼轩',
        measures: [measureOf({ leader: '孟春畦', owner: '秦越川', types: ['长期坚持'] })],
      },
    ]
    expect(chainHoles({ chain: whole, ledger, people, rules })).toEqual([])
  })
  it('begins with what the facts and the roster say', () => {
    const roster = [
      { id: '1', name: '唐稼轩', post: '柳溪镇党委书记', organization: '' },
      { id: '2', name: '冯小禾', post: '柳溪镇党委委员、组织委员', organization: '' },
      { id: '3', name: '罗致和', post: '县委巡察办主任', organization: '' },
    ]
    const facts = {
      partyOrganization: '柳溪镇党委',
      unit: '柳溪镇',
      secretary: '唐稼轩',
      discipline: null,
      officeHead: '罗致和',
      leaderInCharge: null,
    }
    const chain = startingChain(facts, roster, rules.chain, () => crypto.randomUUID())
    expect(chain.rungs.map(({ role, person, field }) => [role, person, field])).toEqual([
      ['body', '', ''],
      ['first', '唐稼轩', ''],
      ['member', '冯小禾', '组织工作'],
      ['supervision', '', ''],
      ['coordination', '罗致和', ''],
    ])
  })
  it('counts everybody’s work', () => {
    const ledger = [
      {
        ...emptyProblem,
        id: crypto.randomUUID(),
        claimedBy: '孟春畦',
        measures: [
          measureOf({ owner: '秦越川', deadline: '2026-01-01' }),
          measureOf({ leader: '孟春畦', owner: '秦越川', status: '已完成' }),
        ],
      },
    ]
    const rows = dutyRows({ chain: whole, ledger, people, rules }, '2026-06-01')
    expect(rows.find(({ name }) => name === '秦越川')).toMatchObject({
      role: '责任人',
      problems: [1],
      measures: 2,
      open: 1,
      overdue: 1,
    })
    expect(rows.find(({ name }) => name === '孟春畦')).toMatchObject({
      field: '政府全面工作',
      problems: [1],
      measures: 1,
      open: 0,
    })
  })
})

describe('a hand-over', () => {
  const chain = { rungs: [rung({ person: '冯小禾', field: '农业' }), rung({ person: '唐稼轩、冯小禾' })], departed: [] }
  const entry = { name: '冯小禾', date: '2027-01-01', successor: '秦越川', reason: '调离' }
  it('gives the place on the chain to the successor, or leaves the hole to be seen', () => {
    expect(chainAfterHandOver(chain, entry, true)).toMatchObject({
      rungs: [{ person: '秦越川', field: '农业' }, { person: '唐稼轩、秦越川' }],
      departed: [entry],
    })
    expect(chainAfterHandOver(chain, entry, false)).toEqual({ rungs: chain.rungs, departed: [entry] })
  })
  it('ends the departure of somebody who comes back', () => {
    const back = { ...entry, name: '秦越川', successor: '冯小禾' }
    expect(chainAfterHandOver({ ...chain, departed: [entry] }, back, true).departed).toEqual([back])
  })
})

describe('the picture', () => {
  const overlap = (a: { x: number; y: number; width: number; height: number }, b: typeof a) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  const draw = (chain: Chain, ledger: Ledger) =>
    chainPicture(chain, ledger, chainHoles({ chain, ledger, people, rules }), rules, '责任链条')
  it('has no two boxes one over the other, and all inside', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryLedger, (chain, ledger) => {
        const { boxes, width, height } = draw(chain, ledger)
        boxes.forEach((box, index) => {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
          for (const other of boxes.slice(index + 1))
            expect(overlap(box, other), `${box.title} ${other.title}`).toBe(false)
        })
      }),
    )
  })
  it('keeps the shape of a page with 15 people and 40 problems', () => {
    const members = Array.from({ length: 12 }, (_, index) => rung({ person: `成员${index}`, field: '分管' }))
    const chain = { rungs: [...whole.rungs, ...members], departed: [] }
    const ledger = Array.from({ length: 40 }, (_, index) => ({
      ...emptyProblem,
      id: crypto.randomUUID(),
      text: `第${index}件没有办好的事情要写得长一点`,
      measures: [measureOf({ leader: `成员${index % 12}`, owner: `干部${index % 15}` })],
    }))
    const { width, height, boxes } = draw(chain, ledger)
    expect(boxes.filter(({ kind }) => kind === 'problem')).toHaveLength(40)
    // On A4 with 10 mm margins letters of 14 px are at least 6.5 pt, on A3 9 pt.
    const scale = (long: number, short: number) => Math.min((short - 20) / width, (long - 20) / height)
    expect(14 * scale(297, 210) * (72 / 25.4)).toBeGreaterThan(6.5)
    expect(14 * scale(420, 297) * (72 / 25.4)).toBeGreaterThan(9)
  })
  it('stays a picture with thousands of problems: each one’s are counted', () => {
    const ledger = Array.from({ length: 2500 }, (_, index) => ({
      ...emptyProblem,
      id: String(index),
      measures: [measureOf({ leader: '孟春畦', owner: `干部${index % 9}` })],
    }))
    const { width, height, boxes } = draw(whole, ledger)
    expect(boxes.length).toBeLessThan(40)
    expect(height).toBeLessThan(2 * width)
    expect(boxes.find(({ title }) => title.startsWith('278个'))?.title).toBe('278个：第1、10、19、28、37、46……个')
  })
  it('is an SVG that says what was written, harmlessly', () => {
    const svg = pictureSvg(draw({ rungs: [rung({ role: 'body', unit: '<script>甲&乙' })], departed: [] }, []))
    expect(svg).toContain('&lt;script&gt;甲&amp;乙')
    expect(svg).not.toContain('<script')
  })
})
