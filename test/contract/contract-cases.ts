import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import { type CommandName, commands } from '../../shared/contract/commands.ts'
import type { Meeting, Paper } from '../../shared/contract/data.ts'
import type { EventName, Events } from '../../shared/contract/events.ts'
import { Failure, type FailureCode } from '../../shared/contract/failures.ts'
import { PAPER_KINDS } from '../../shared/model/kinds.ts'
import { paperBody } from './paper-bodies.ts'

/** What every host must do alike. Cases share one library and make their own meetings in it. */
export interface ContractCase {
  name: string
  run(backend: Backend): Promise<void>
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    return error as Failure
  }
  throw new Error('the command did not fail')
}

const codeOf = async (promise: Promise<unknown>): Promise<FailureCode> => (await failureOf(promise)).code

/** Any name and input, as a page that has gone wrong could send them. */
const callAnything = (backend: Backend, name: string, input: unknown) =>
  backend.call(name as CommandName, input as never) as Promise<unknown>

const newMeeting = (backend: Backend, title = '反馈会议', facts: Record<string, string> = {}): Promise<Meeting> =>
  backend.call('meeting.create', { title, facts, people: [], papers: ['speech'] })

async function newPaper(backend: Backend): Promise<{ meeting: Meeting; paper: Paper }> {
  const meeting = await newMeeting(backend)
  const paper = await backend.call('paper.get', { id: meeting.papers[0]?.id ?? '' })
  return { meeting, paper }
}

/** The first event of a name for which `wanted` holds. */
function nextEvent<N extends EventName>(
  backend: Backend,
  name: N,
  wanted: (data: Events[N]) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = backend.on(name, (data) => {
      if (!wanted(data)) return
      stop()
      resolve()
    })
  })
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

export const contractCases: ContractCase[] = [
  {
    name: 'says what the host can do',
    async run(backend) {
      const info = await backend.call('host.info', {})
      expect(info.version).toMatch(/^\d+\.\d+\.\d+/)
    },
  },
  {
    name: 'knows only the commands of the contract',
    async run(backend) {
      for (const name of ['constructor', '__proto__', 'toString', 'meeting', 'meeting.', '', 'meeting.list '])
        expect(await codeOf(callAnything(backend, name, {})), name).toBe('unknown-command')
    },
  },
  {
    name: 'refuses input of the wrong shape, for every command',
    async run(backend) {
      for (const name of Object.keys(commands))
        for (const input of [null, [], 'text', 7])
          expect(await codeOf(callAnything(backend, name, input)), name).toBe('invalid-input')
    },
  },
  {
    name: 'says in Chinese which field cannot be taken',
    async run(backend) {
      const failure = await failureOf(newMeeting(backend, '长'.repeat(201)))
      expect(failure).toMatchObject({ code: 'invalid-input', detail: '“标题”太长，最多 200 字。' })
    },
  },
  {
    name: 'answers not-found for what is not there',
    async run(backend) {
      const id = randomUUID()
      const calls: [CommandName, unknown][] = [
        ['meeting.get', { id }],
        ['meeting.rename', { id, revision: 1, title: '会' }],
        ['meeting.remove', { id }],
        ['meeting.restore', { id }],
        ['facts.save', { meetingId: id, revision: 1, facts: {} }],
        ['people.save', { meetingId: id, revision: 1, people: [] }],
        ['paper.create', { meetingId: id, kind: 'speech' }],
        ['paper.get', { id }],
        ['paper.save', { id, revision: 1, body: paperBody('讲话') }],
        ['paper.remove', { id }],
        ['paper.restore', { id }],
        ['paper.import', { meetingId: id, kind: 'speech', fileName: 'a.txt', bytes: base64('讲话') }],
        ['point.clear', { paperId: id, point: 'O1' }],
        ['waiver.remove', { paperId: id, id }],
        ['revision.list', { paperId: id }],
        ['revision.get', { id }],
        ['revision.name', { paperId: id, name: '定稿' }],
        ['revision.restore', { id, revision: 1 }],
        ['export.docx', { paperId: id, layout: 'standard' }],
        ['library.get', { id }],
      ]
      for (const [name, input] of calls)
        expect(await codeOf(callAnything(backend, name, input)), name).toBe('not-found')
    },
  },
  {
    name: 'keeps a meeting with its facts, people and papers',
    async run(backend) {
      const created = await backend.call('meeting.create', {
        title: '柳溪镇反馈会议',
        facts: { unit: '柳溪镇', meetingDate: '2026-12-15', round: '' },
        people: [
          { name: '甲某某', post: '县委副书记', organization: '' },
          { name: '乙某某', post: '', organization: '柳溪镇' },
        ],
        papers: ['speech', 'host-script'],
      })
      expect(await backend.call('meeting.get', { id: created.id })).toEqual(created)
      expect(created.facts).toEqual({ unit: '柳溪镇', meetingDate: '2026-12-15' })
      expect(created.people.map(({ name }) => name)).toEqual(['甲某某', '乙某某'])
      expect(created.papers.map(({ kind }) => kind)).toEqual(['speech', 'host-script'])
      const listed = (await backend.call('meeting.list', {})).find(({ id }) => id === created.id)
      expect(listed).toMatchObject({ title: '柳溪镇反馈会议', unit: '柳溪镇', date: '2026-12-15', sample: false })
      expect(listed?.papers).toHaveLength(2)
    },
  },
  {
    name: 'removes a meeting and brings it back',
    async run(backend) {
      const { meeting, paper } = await newPaper(backend)
      await backend.call('meeting.remove', { id: meeting.id })
      expect(await codeOf(backend.call('meeting.get', { id: meeting.id }))).toBe('not-found')
      expect(await codeOf(backend.call('paper.get', { id: paper.id }))).toBe('not-found')
      expect((await backend.call('meeting.list', {})).map(({ id }) => id)).not.toContain(meeting.id)
      expect((await backend.call('meeting.listRemoved', {})).map(({ id }) => id)).toContain(meeting.id)
      await backend.call('meeting.restore', { id: meeting.id })
      expect((await backend.call('meeting.get', { id: meeting.id })).papers).toEqual(meeting.papers)
    },
  },
  {
    name: 'renames a meeting, but not over somebody else’s change',
    async run(backend) {
      const { id, revision } = await newMeeting(backend)
      const renamed = await backend.call('meeting.rename', { id, revision, title: '新名称' })
      expect(renamed.revision).toBeGreaterThan(revision)
      expect(await codeOf(backend.call('meeting.rename', { id, revision, title: '另一个' }))).toBe('conflict')
      expect((await backend.call('meeting.get', { id })).title).toBe('新名称')
    },
  },
  {
    name: 'saves facts whole, and refuses a stale revision and a value that cannot be',
    async run(backend) {
      const { id: meetingId, revision } = await newMeeting(backend, '会', { unit: '柳溪镇', round: '第一轮' })
      const saved = await backend.call('facts.save', { meetingId, revision, facts: { unit: '青石镇' } })
      expect((await backend.call('meeting.get', { id: meetingId })).facts).toEqual({ unit: '青石镇' })
      expect(await codeOf(backend.call('facts.save', { meetingId, revision, facts: {} }))).toBe('conflict')
      const wrong = backend.call('facts.save', { ...saved, meetingId, facts: { meetingDate: '2026-02-30' } })
      expect(await failureOf(wrong)).toMatchObject({ code: 'invalid-input', detail: '“会议日期”要填真实存在的日期。' })
      expect((await backend.call('meeting.get', { id: meetingId })).facts).toEqual({ unit: '青石镇' })
    },
  },
  {
    name: 'lets a paper’s title follow the facts in it without touching the paper',
    async run(backend) {
      const { meeting, paper } = await newPaper(backend)
      const { revision } = await backend.call('paper.save', { ...paper, body: paperBody('【unit】') })
      await backend.call('facts.save', { meetingId: meeting.id, revision: meeting.revision, facts: { unit: '柳溪镇' } })
      expect(await backend.call('paper.get', { id: paper.id })).toMatchObject({ title: '柳溪镇', revision })
    },
  },
  {
    name: 'keeps the roster in its order and people’s ids over changes',
    async run(backend) {
      const { id: meetingId, revision } = await newMeeting(backend)
      const someone = (name: string) => ({ name, post: '', organization: '' })
      const first = await backend.call('people.save', { meetingId, revision, people: ['甲', '乙', '丙'].map(someone) })
      const [a, b, c] = first.people
      if (!a || !b || !c) throw new Error('three people were saved')
      const people = [c, { ...a, post: '书记' }, someone('丁')]
      const second = await backend.call('people.save', { meetingId, revision: first.revision, people })
      expect(second.people.map(({ name }) => name)).toEqual(['丙', '甲', '丁'])
      expect(second.people.slice(0, 2)).toEqual([c, { ...a, post: '书记' }])
      expect((await backend.call('meeting.get', { id: meetingId })).people).toEqual(second.people)
      expect(await codeOf(backend.call('people.save', { meetingId, revision, people: [] }))).toBe('conflict')
      const twice = backend.call('people.save', { meetingId, revision: second.revision, people: [a, a] })
      expect(await codeOf(twice)).toBe('invalid-input')
    },
  },
  {
    name: 'does not move a person out of another meeting',
    async run(backend) {
      const mine = await newMeeting(backend)
      const other = await newMeeting(backend)
      const people = [{ name: '甲', post: '', organization: '' }]
      const theirs = await backend.call('people.save', { meetingId: other.id, revision: other.revision, people })
      const taken = await backend.call('people.save', {
        meetingId: mine.id,
        revision: mine.revision,
        people: theirs.people,
      })
      expect(taken.people[0]?.id).not.toBe(theirs.people[0]?.id)
      expect((await backend.call('meeting.get', { id: other.id })).people).toEqual(theirs.people)
    },
  },
  {
    name: 'starts a paper of every kind from its template',
    async run(backend) {
      const { id: meetingId } = await newMeeting(backend)
      for (const kind of PAPER_KINDS) {
        const head = await backend.call('paper.create', { meetingId, kind })
        expect(head).toMatchObject({ kind, meetingId })
        expect(head.title).not.toBe('')
        expect((await backend.call('paper.get', { id: head.id })).body).toContain('"format":1')
      }
      expect((await backend.call('meeting.get', { id: meetingId })).papers).toHaveLength(PAPER_KINDS.length + 1)
    },
  },
  {
    name: 'saves a paper as it came, character for character',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const odd = '“引号”\u3000全角空格 \u00a0𠮷田😀\u200d \\ " \u2028 ＿＿ \t尾 '
      const long = '同志们，整改是政治任务。'.repeat(5000)
      const body = paperBody('在会议上的讲话', odd, long)
      const saved = await backend.call('paper.save', { ...paper, body })
      expect(await backend.call('paper.get', { id: paper.id })).toMatchObject({
        ...saved,
        body,
        title: '在会议上的讲话',
      })
    },
  },
  {
    name: 'refuses a stale save and keeps what was saved first',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const body = paperBody('讲话', '先保存的')
      await backend.call('paper.save', { ...paper, body })
      expect(await codeOf(backend.call('paper.save', { ...paper, body: paperBody('讲话', '后来的') }))).toBe('conflict')
      expect((await backend.call('paper.get', { id: paper.id })).body).toBe(body)
    },
  },
  {
    name: 'takes the same text again after a lost answer',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const body = paperBody('讲话', '只此一次')
      const first = await backend.call('paper.save', { ...paper, body })
      expect(await backend.call('paper.save', { ...paper, body })).toEqual(first)
    },
  },
  {
    name: 'lets exactly one of several saves at once win',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const saves = ['一', '二', '三', '四', '五'].map((words) =>
        backend.call('paper.save', { ...paper, body: paperBody('讲话', words) }),
      )
      const results = await Promise.allSettled(saves)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    },
  },
  {
    name: 'refuses a body that is no paper',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const bodies = ['', '{}', 'null', '{"format":1}', '{"format":2,"doc":{}}', '{"format":1,"doc":{"type":"doc"}}']
      for (const body of bodies)
        expect(await codeOf(backend.call('paper.save', { ...paper, body })), body).toBe('invalid-input')
      expect((await backend.call('paper.get', { id: paper.id })).body).toBe(paper.body)
    },
  },
  {
    name: 'removes a paper and brings it back; a window still open on it loses nothing',
    async run(backend) {
      const { meeting, paper } = await newPaper(backend)
      await backend.call('paper.remove', { id: paper.id })
      expect((await backend.call('meeting.get', { id: meeting.id })).papers).toEqual([])
      expect(await codeOf(backend.call('paper.get', { id: paper.id }))).toBe('not-found')
      const body = paperBody('讲话', '移走以后还在写')
      await backend.call('paper.save', { id: paper.id, revision: paper.revision + 1, body })
      await backend.call('paper.restore', { id: paper.id })
      expect((await backend.call('paper.get', { id: paper.id })).body).toBe(body)
    },
  },
  {
    name: 'announces changes',
    async run(backend) {
      const { meeting, paper } = await newPaper(backend)
      const paperChanged = nextEvent(backend, 'paper.changed', ({ id }) => id === paper.id)
      const meetingChanged = nextEvent(backend, 'meeting.changed', ({ id }) => id === meeting.id)
      // A long poll may take a moment to listen; hints are repeated by every further change.
      let { revision } = paper
      let round = 0
      let done = false
      const both = Promise.all([paperChanged, meetingChanged]).then(() => {
        done = true
      })
      while (!done && round < 200) {
        round += 1
        const body = paperBody('讲话', `第${round}次`)
        revision = (await backend.call('paper.save', { id: paper.id, revision, body })).revision
        await backend.call('meeting.rename', { id: meeting.id, revision: round, title: `会议${round}` })
      }
      await both
    },
  },
  {
    name: 'keeps decisions on points beside the paper',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const decision = { point: 'H8', state: 'not-applicable' as const, reason: '本次不涉及', evidence: '' }
      const decided = await backend.call('point.decide', { paperId: paper.id, decision })
      expect(decided.decisions).toEqual([decision])
      const changed = { ...decision, state: 'confirmed' as const, evidence: '已写明' }
      await backend.call('point.decide', { paperId: paper.id, decision: changed })
      expect(await backend.call('paper.get', { id: paper.id })).toMatchObject({
        decisions: [changed],
        revision: paper.revision,
      })
      expect((await backend.call('point.clear', { paperId: paper.id, point: 'H8' })).decisions).toEqual([])
    },
  },
  {
    name: 'keeps waivers where they hold: paper, meeting, office',
    async run(backend) {
      const { meeting, paper } = await newPaper(backend)
      const neighbour = await backend.call('paper.create', { meetingId: meeting.id, kind: 'response' })
      const stranger = await newPaper(backend)
      const rules = async (id: string) => (await backend.call('paper.get', { id })).waivers.map(({ rule }) => rule)
      for (const scope of ['paper', 'meeting', 'office'] as const) {
        const rule = `${scope}-${paper.id}`
        await backend.call('waiver.add', { paperId: paper.id, waiver: { scope, rule, quote: '', reason: '惯用' } })
      }
      const ours = (all: string[]) => all.filter((rule) => rule.endsWith(paper.id)).map((rule) => rule.split('-')[0])
      expect(ours(await rules(paper.id))).toEqual(['paper', 'meeting', 'office'])
      expect(ours(await rules(neighbour.id))).toEqual(['meeting', 'office'])
      expect(ours(await rules(stranger.paper.id))).toEqual(['office'])
      const { waivers } = await backend.call('paper.get', { id: paper.id })
      for (const { id } of waivers.filter(({ rule }) => rule.endsWith(paper.id)))
        await backend.call('waiver.remove', { paperId: paper.id, id })
      expect(ours(await rules(paper.id))).toEqual([])
    },
  },
  {
    name: 'keeps the text that was there before the first change',
    async run(backend) {
      const { paper } = await newPaper(backend)
      await backend.call('paper.save', { ...paper, body: paperBody('') })
      const [version] = await backend.call('revision.list', { paperId: paper.id })
      expect((await backend.call('revision.get', { id: version?.id ?? '' })).body).toBe(paper.body)
    },
  },
  {
    name: 'names a version, and puts an older one back without losing the present text',
    async run(backend) {
      const { paper } = await newPaper(backend)
      const named = await backend.call('revision.name', { paperId: paper.id, name: '送审稿' })
      expect(named).toMatchObject({ name: '送审稿', paperId: paper.id })
      const present = paperBody('讲话', '后来写的一段')
      const { revision } = await backend.call('paper.save', { ...paper, body: present })
      expect(await codeOf(backend.call('revision.restore', { id: named.id, revision: paper.revision }))).toBe(
        'conflict',
      )
      const restored = await backend.call('revision.restore', { id: named.id, revision })
      expect(await backend.call('paper.get', { id: paper.id })).toMatchObject({ ...restored, body: paper.body })
      const versions = await backend.call('revision.list', { paperId: paper.id })
      const bodies = await Promise.all(
        versions.map(async ({ id }) => (await backend.call('revision.get', { id })).body),
      )
      expect(bodies).toContain(present)
      expect(versions.map(({ name }) => name)).toContain('送审稿')
    },
  },
  {
    name: 'exports a pack, takes it back, refuses a broken one and keeps the office’s changes',
    async run(backend) {
      const before = await backend.call('pack.get', {})
      const points = { speech: { O1: { level: 'required' as const, words: ['唠几句家常'] } } }
      const overrides = { ...before.overrides, points }
      const told = nextEvent(backend, 'pack.changed', () => true)
      await backend.call('pack.override', { revision: before.overridesRevision, overrides })
      await told
      const { fileName, bytes } = await backend.call('pack.export', {})
      const taken = await backend.call('pack.import', { revision: before.revision, fileName, bytes })
      const broken = { ...taken, fileName, bytes: base64('{\n"id": 1\n}') }
      expect((await failureOf(backend.call('pack.import', broken))).detail).toMatch(/^第 2 行，“id”/)
      const { revision } = await backend.call('pack.reset', { revision: taken.revision })
      expect(await backend.call('pack.get', {})).toMatchObject({ revision, imported: null, overrides })
      const unusable = { ...overrides, points: { speech: { O1: { words: ['（整改'] } } } }
      const refused = backend.call('pack.override', { revision: before.overridesRevision + 1, overrides: unusable })
      expect(await codeOf(refused)).toBe('invalid-input')
    },
  },
  {
    name: 'keeps settings, and refuses a stale revision',
    async run(backend) {
      const { revision, settings } = await backend.call('settings.get', {})
      const changed = { ...settings, officeName: '青垣县委巡察办' }
      const saved = await backend.call('settings.save', { revision, settings: changed })
      expect(await backend.call('settings.get', {})).toEqual({ ...saved, settings: changed })
      expect(await codeOf(backend.call('settings.save', { revision, settings }))).toBe('conflict')
      const tooFast = { ...settings, speakingRate: { slow: 300, fast: 100 } }
      expect(await codeOf(backend.call('settings.save', { ...saved, settings: tooFast }))).toBe('invalid-input')
    },
  },
  {
    name: 'imports a text into a new paper and keeps the source',
    async run(backend) {
      const { id: meetingId } = await newMeeting(backend)
      const text = '在反馈会议上的讲话\n\n同志们：\n\n一、提高政治站位\n\n整改是政治任务。\n'
      const fileName = `旧稿-${meetingId}.txt`
      const { paper } = await backend.call('paper.import', { meetingId, kind: 'speech', fileName, bytes: base64(text) })
      expect(paper.title).toBe('在反馈会议上的讲话')
      expect((await backend.call('paper.get', { id: paper.id })).body).toContain('提高政治站位')
      const document = (await backend.call('library.list', {})).find((entry) => entry.fileName === fileName)
      expect((await backend.call('library.get', { id: document?.id ?? '' })).text).toContain('整改是政治任务。')
    },
  },
  {
    name: 'says that a file cannot be read, and makes no paper of it',
    async run(backend) {
      const { id: meetingId } = await newMeeting(backend)
      const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2, 3, 255, 254, 0]).toString('base64')
      const code = await codeOf(backend.call('paper.import', { meetingId, kind: 'speech', fileName: '坏.docx', bytes }))
      expect(['unreadable-file', 'unsupported-file']).toContain(code)
      expect((await backend.call('meeting.get', { id: meetingId })).papers).toHaveLength(1)
    },
  },
  {
    name: 'exports a Word file in both layouts',
    async run(backend) {
      const { paper } = await newPaper(backend)
      for (const layout of ['standard', 'podium'] as const) {
        const { fileName, bytes } = await backend.call('export.docx', { paperId: paper.id, layout })
        expect(fileName).toMatch(/\.docx$/)
        expect(Buffer.from(bytes, 'base64').toString('latin1', 0, 2)).toBe('PK')
      }
    },
  },
  {
    name: 'makes the sample meeting on demand',
    async run(backend) {
      const meeting = await backend.call('sample.create', {})
      expect(meeting.sample).toBe(true)
      const listed = (await backend.call('meeting.list', {})).find(({ id }) => id === meeting.id)
      const speech = listed?.papers.find(({ kind }) => kind === 'speech')
      expect(speech?.characters).toBeGreaterThan(1000)
      expect(speech?.openFacts).toBeGreaterThan(0)
    },
  },
]
