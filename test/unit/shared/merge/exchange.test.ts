import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, openPlaces } from '../../../../shared/merge/conflicts.ts'
import type { MeetingContent } from '../../../../shared/merge/content.ts'
import { isKnown, type Memory, noMemory, type Parcel, sendOut, takeIn } from '../../../../shared/merge/exchange.ts'
import { fromState } from '../../../../shared/merge/from-state.ts'
import { canonicalState } from '../../../../shared/merge/state.ts'
import { toState } from '../../../../shared/merge/to-state.ts'
import {
  type Edit,
  edits,
  meetingOf,
  PAPER,
  paragraphs,
  paragraphsOf,
  problem,
  uuid,
  withParagraphs,
  write,
} from './meetings.ts'

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
let made = 900
const newId = () => uuid(++made)

/** A library with one meeting, as two secretaries have one each. */
class Library {
  memory: Memory = noMemory
  content: MeetingContent | null
  private edits = 0

  constructor(content: MeetingContent | null) {
    this.content = content
  }
  get body(): string {
    return this.content?.papers[0]?.body ?? ''
  }
  get present(): MeetingContent {
    if (!this.content) throw new Error('no meeting')
    return this.content
  }
  write(list: readonly Edit[], who: string): string[] {
    if (!this.content) return []
    const { after, marks } = write(paragraphsOf(this.body), list, `${who}${++this.edits}·`)
    this.content = withParagraphs(this.content, after)
    return marks
  }
  send(): Parcel {
    const { memory, parcel } = sendOut(this.memory, this.present, digestOf)
    this.memory = memory
    return parcel
  }
  take(parcel: Parcel): void {
    const { memory, merged } = takeIn(this.memory, this.content, parcel, digestOf, newId)
    this.memory = memory
    this.content = fromState(merged)
  }
  state(): string {
    return canonicalState(toState(this.present, this.memory.here).state)
  }
  open() {
    return openPlaces(toState(this.present, this.memory.here))
  }
  decide(at: number, keep: 'ours' | 'theirs' | 'both'): string[] {
    const here = toState(this.present, this.memory.here)
    const open = openPlaces(here)
    const place = open[at % Math.max(open.length, 1)]
    if (!place || (keep === 'both' && !place.canKeepBoth)) return []
    const decided = decide(here, place, { keep, index: 0 })
    this.memory = { ...this.memory, here: decided }
    this.content = fromState(decided)
    return []
  }
  readable(): string {
    return [...paragraphsOf(this.body), ...this.open().flatMap(({ ours, theirs }) => [ours, ...theirs])].join('\n')
  }
}

/** Two libraries after the first has given its meeting to the second. */
function shared(content: MeetingContent): [Library, Library] {
  const [a, b] = [new Library(content), new Library(null)]
  b.take(a.send())
  return [a, b]
}

const steps = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('write' as const), who: fc.nat(2), list: edits }),
    fc.record({ what: fc.constant('send' as const), who: fc.nat(2) }),
    fc.record({ what: fc.constant('take' as const), who: fc.nat(2), at: fc.nat(20) }),
    fc.record({
      what: fc.constant('decide' as const),
      who: fc.nat(2),
      at: fc.nat(20),
      keep: fc.constantFrom('ours', 'theirs', 'both'),
    }),
  ),
  { maxLength: 14 },
)

test('three libraries write, send, take and decide in any order: in the end all hold the same, and nothing is lost', () => {
  fc.assert(
    fc.property(paragraphs, steps, (before, list) => {
      const [a, b] = shared(meetingOf(before))
      const c = new Library(null)
      c.take(a.send())
      const libraries = [a, b, c]
      const parcels: Parcel[] = []
      const put = new Set<string>()
      const takenAway = new Set<string>()
      /** What somebody does; marks that are gone after it were taken away on purpose. */
      const byHand = (library: Library, act: () => readonly string[]) => {
        const marks = [...put].filter((mark) => library.readable().includes(mark))
        for (const mark of act()) put.add(mark)
        for (const mark of marks) if (!library.readable().includes(mark)) takenAway.add(mark)
      }
      for (const one of list) {
        const library = libraries[one.who] ?? a
        if (one.what === 'write') byHand(library, () => library.write(one.list, 'ABC'[one.who] ?? ''))
        if (one.what === 'decide') byHand(library, () => library.decide(one.at, one.keep))
        if (one.what === 'send') parcels.push(library.send())
        const parcel = one.what === 'take' ? parcels[one.at % Math.max(parcels.length, 1)] : undefined
        if (!parcel) continue
        library.take(parcel)
        const once = library.state()
        library.take(parcel)
        expect(library.state()).toBe(once)
        expect(isKnown(library.memory, parcel)).toBe(true)
      }
      for (let round = 0; round < 2; round++)
        for (const from of libraries) {
          const parcel = from.send()
          for (const to of libraries) if (to !== from) to.take(parcel)
        }
      expect(new Set(libraries.map((library) => library.state())).size).toBe(1)
      for (const library of libraries)
        for (const mark of put) if (!takenAway.has(mark)) expect(library.readable()).toContain(mark)
    }),
    { numRuns: Number(process.env.HUIBEI_RUNS ?? 120) },
  )
})

describe('a paper both wrote on', () => {
  const before = ['第一段说整改的事。', '第二段说责任的事。', '第三段说时限的事。']
  const write = (library: Library, list: readonly string[]) => {
    library.content = withParagraphs(library.present, list)
  }

  test('has both in the end when they wrote in different paragraphs', () => {
    const [a, b] = shared(meetingOf(before))
    write(a, ['第一段说整改的大事。', ...before.slice(1), '甲加的一段。'])
    write(b, [...before.slice(0, 2), '第三段说时限的急事。', '乙加的一段。'])
    const [toB, toA] = [a.send(), b.send()]
    a.take(toA)
    b.take(toB)
    expect(a.body).toBe(b.body)
    expect(paragraphsOf(a.body).slice(0, 3)).toEqual(['第一段说整改的大事。', before[1], '第三段说时限的急事。'])
    expect(paragraphsOf(a.body).slice(3).sort()).toEqual(['乙加的一段。', '甲加的一段。'])
    expect(a.open()).toEqual([])
  })

  test('has both in one paragraph when the words do not touch', () => {
    const [a, b] = shared(meetingOf(['全镇党员干部要把整改当作政治任务来抓，年底以前全部完成。']))
    write(a, ['全镇党员干部要把整改当作头等大事来抓，年底以前全部完成。'])
    write(b, ['全镇党员干部要把整改当作政治任务来抓，十月底以前全部完成。'])
    a.take(b.send())
    expect(paragraphsOf(a.body)).toEqual(['全镇党员干部要把整改当作头等大事来抓，十月底以前全部完成。'])
  })

  test('has no conflict when both wrote on in their own paragraphs while the files crossed', () => {
    const [a, b] = shared(meetingOf(before))
    write(a, ['第一段说整改的大事。', ...before.slice(1)])
    write(b, [...before.slice(0, 2), '第三段说时限的急事。'])
    const [toB, toA] = [a.send(), b.send()]
    write(a, ['第一段说整改的头等大事。', ...before.slice(1)])
    write(b, [...before.slice(0, 2), '第三段说时限的要紧事。'])
    a.take(toA)
    b.take(toB)
    b.take(a.send())
    a.take(b.send())
    expect([...a.open(), ...b.open()]).toEqual([])
    expect(paragraphsOf(a.body)).toEqual(['第一段说整改的头等大事。', before[1], '第三段说时限的要紧事。'])
    expect(b.body).toBe(a.body)
  })

  /** Both changed the same words; each has taken the other's. */
  function torn(): [Library, Library] {
    const [a, b] = shared(meetingOf(['年底以前完成。', '另一段。']))
    write(a, ['十月以前完成。', '另一段。'])
    write(b, ['明年以前完成。', '另一段。'])
    const toB = a.send()
    a.take(b.send())
    b.take(toB)
    return [a, b]
  }

  test('shows each its own where both changed the same words, and keeps the other until somebody decides', () => {
    const [a, b] = torn()
    expect(paragraphsOf(a.body)[0]).toBe('十月以前完成。')
    expect(paragraphsOf(b.body)[0]).toBe('明年以前完成。')
    expect(a.open().map(({ theirs }) => theirs.length)).toEqual([1])
    expect(a.state()).toBe(b.state())
    write(a, ['十月底以前完成。', '另一段。'])
    expect(a.open()).toHaveLength(1)
    expect(a.readable()).toContain('明年以前完成。')
    write(a, ['另一段。'])
    expect(a.readable()).toContain('明年以前完成。')
  })

  test.each([
    ['ours', ['十月以前完成。', '另一段。']],
    ['theirs', ['明年以前完成。', '另一段。']],
    ['both', ['十月以前完成。', '明年以前完成。', '另一段。']],
  ] as const)('is decided: %s, for the other library too', (keep, result) => {
    const [a, b] = torn()
    a.decide(0, keep)
    expect(paragraphsOf(a.body)).toEqual(result)
    expect(a.open()).toEqual([])
    b.take(a.send())
    expect(paragraphsOf(b.body)).toEqual(result)
    expect(b.open()).toEqual([])
  })

  test('keeps a paragraph that one took away and the other changed, until somebody decides', () => {
    const [a, b] = shared(meetingOf(before))
    write(a, before.slice(1))
    write(b, ['第一段说整改的要紧事。', ...before.slice(1)])
    a.take(b.send())
    expect(paragraphsOf(a.body)[0]).toBe('第一段说整改的要紧事。')
    expect(a.open()).toMatchObject([{ field: null }])
    a.decide(0, 'theirs')
    expect(paragraphsOf(a.body)).toEqual(before.slice(1))
    b.take(a.send())
    expect(paragraphsOf(b.body)).toEqual(before.slice(1))
  })

  test('comes in beside, with a clear name, where there is no common version', () => {
    const [a, b] = [new Library(meetingOf(before)), new Library(meetingOf([...before, '多一段。']))]
    a.take(b.send())
    expect(a.present.papers).toHaveLength(2)
    expect(paragraphsOf(a.body)).toEqual(before)
    expect(a.present.papers[1]?.body).toContain('（导入的稿子）')
    const state = a.state()
    a.take(b.send())
    expect(a.state()).toBe(state)
  })
})

test('one’s own parcel changes nothing', () => {
  const [a] = shared(meetingOf(['一段。']))
  a.write([{ what: 'insert', at: 1, count: 2 }], '甲')
  const parcel = a.send()
  a.write([{ what: 'write', at: 0, in: 1 }], '甲')
  const state = a.state()
  a.take(parcel)
  expect(a.state()).toBe(state)
})

describe('facts, roster, ledger and agenda', () => {
  const person = (number: number, name: string, post = '') => ({ id: uuid(number), name, post, organization: '' })
  const item = (number: number, action: string) => ({
    id: uuid(number),
    kind: 'other' as const,
    action,
    post: '',
    speaker: '',
    minutes: 5,
  })
  const start = meetingOf(['一段。'], {
    facts: { unit: '柳溪镇', place: '三楼' },
    people: [person(301, '林知远', '书记'), person(302, '周明', '镇长')],
    problems: [problem(1, '学习不深入。'), problem(2, '台账不全。')],
    agenda: { items: [item(401, '反馈'), item(402, '表态'), item(403, '讲话')], closingMinutes: 3 },
  })
  const change = (library: Library, more: Partial<MeetingContent>) => {
    library.content = { ...library.present, ...more }
  }

  test('are merged field by field', () => {
    const [a, b] = shared(start)
    change(a, {
      facts: { unit: '柳溪镇', place: '四楼' },
      people: [person(302, '周明', '镇长'), person(301, '林知远', '县委书记')],
      problems: [{ ...problem(1, '学习不深入。'), claimedBy: '林知远' }, problem(2, '台账不全。')],
      agenda: { items: [item(401, '反馈'), item(403, '讲话'), item(402, '表态')], closingMinutes: 3 },
    })
    change(b, {
      facts: { unit: '柳溪镇', place: '三楼', round: '第三轮' },
      people: [person(301, '林知远', '书记'), person(302, '周明', '代镇长'), person(303, '苏禾')],
      problems: [{ ...problem(1, '学习不深入。'), cause: '抓得不紧' }, problem(2, '台账不全。'), problem(3, '新的。')],
      agenda: { items: [item(401, '反馈'), item(402, '表态'), item(403, '讲话')], closingMinutes: 8 },
    })
    const [toB, toA] = [a.send(), b.send()]
    a.take(toA)
    b.take(toB)
    expect(a.state()).toBe(b.state())
    expect(a.open()).toEqual([])
    expect(a.present).toMatchObject({
      facts: { unit: '柳溪镇', place: '四楼', round: '第三轮' },
      people: [{ name: '周明', post: '代镇长' }, { name: '林知远', post: '县委书记' }, { name: '苏禾' }],
      problems: [{ claimedBy: '林知远', cause: '抓得不紧' }, { text: '台账不全。' }, { text: '新的。' }],
      agenda: { items: [{ action: '反馈' }, { action: '讲话' }, { action: '表态' }], closingMinutes: 8 },
    })
  })

  test('are open where both changed one thing, and are decided', () => {
    const [a, b] = shared(start)
    change(a, { facts: { unit: '柳溪镇', place: '四楼' } })
    change(b, { facts: { unit: '柳溪镇', place: '五楼' } })
    a.take(b.send())
    expect(a.present.facts.place).toBe('四楼')
    expect(a.open()).toMatchObject([
      { table: 'facts', row: 'place', ours: '四楼', theirs: ['五楼'], canKeepBoth: false },
    ])
    a.decide(0, 'theirs')
    expect(a.present.facts.place).toBe('五楼')
  })

  test('a problem that one took away while the other worked on a measure of it stays whole', () => {
    const [a, b] = shared(start)
    change(a, { problems: [problem(2, '台账不全。')] })
    const [first] = start.problems
    change(b, {
      problems: start.problems.map((one) =>
        one === first
          ? { ...one, measures: one.measures.map((measure) => ({ ...measure, progress: '已经开会' })) }
          : one,
      ),
    })
    const [toB, toA] = [a.send(), b.send()]
    a.take(toA)
    b.take(toB)
    expect(a.state()).toBe(b.state())
    expect(a.present.problems.map(({ text }) => text)).toEqual(['学习不深入。', '台账不全。'])
    expect(a.present.problems[0]?.measures[0]?.progress).toBe('已经开会')
    a.decide(0, 'theirs')
    expect(a.present.problems.map(({ text }) => text)).toEqual(['台账不全。'])
  })

  test('the same person put in on both sides is one', () => {
    const [a, b] = shared(start)
    change(a, { people: [...start.people, person(311, '苏禾', '纪委书记')] })
    change(b, { people: [...start.people, person(310, '苏禾', '纪委书记')] })
    const [toB, toA] = [a.send(), b.send()]
    a.take(toA)
    b.take(toB)
    expect(a.state()).toBe(b.state())
    expect(a.present.people.filter(({ name }) => name === '苏禾')).toHaveLength(1)
  })

  test('a paper one took away stays away, unless the other wrote on it', () => {
    const second = { id: uuid(2), kind: 'response' as const, body: start.papers[0]?.body ?? '', decisions: [] }
    const [a, b] = shared({ ...start, papers: [...start.papers, second] })
    change(a, { papers: a.present.papers.filter(({ id }) => id === PAPER) })
    const toB = a.send()
    b.take(toB)
    expect(b.present.papers.map(({ id }) => id)).toEqual([PAPER])
  })
})
