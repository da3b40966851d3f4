import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Failure } from '../../../../shared/contract/failures.ts'
import { emptyMeasure, emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { paperOf, paragraphsOf } from '../../shared/merge/meetings.ts'
import { openTestServices, type TestServices } from './test-services.ts'

/** Two secretaries, each with a library of their own. */
let a: TestServices
let b: TestServices
const folders = ['a', 'b'].map((name) => mkdtempSync(join(tmpdir(), `huibei-transfer-${name}-`)))
const clock = () => new Date('2026-12-14T01:00:00.000Z')
beforeAll(async () => {
  const opened = await Promise.all(folders.map((folder) => openTestServices(folder, clock)))
  ;[a, b] = opened as [TestServices, TestServices]
})
afterAll(async () => {
  await Promise.all([a.close(), b.close()])
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const TEXT = ['同志们：整改是政治任务。', '第二段说责任的事。', '第三段说时限的事。']

async function meetingWith(services: TestServices, paragraphs = TEXT) {
  const meeting = await services.call('meeting.create', {
    title: '反馈会议',
    facts: { unit: '柳溪镇' },
    people: [{ name: '林知远', post: '书记', organization: '' }],
    papers: ['speech'],
  })
  const paperId = meeting.papers[0]?.id ?? ''
  await write(services, paperId, paragraphs)
  return { meetingId: meeting.id, paperId }
}

async function write(services: TestServices, paperId: string, paragraphs: readonly string[]): Promise<void> {
  const { revision } = await services.call('paper.get', { id: paperId })
  await services.call('paper.save', { id: paperId, revision, body: paperOf(paragraphs) })
}

const read = async (services: TestServices, paperId: string) =>
  paragraphsOf((await services.call('paper.get', { id: paperId })).body)

const pack = async (services: TestServices, meetingId: string, more = {}) =>
  (await services.call('transfer.export', { meetingId, password: null, withClues: false, ...more })).bytes

const open = (services: TestServices, bytes: string, password: string | null = null) =>
  services.call('transfer.open', { fileName: '会.huibei', bytes, password })

async function take(services: TestServices, bytes: string, more = {}) {
  const { source } = await open(services, bytes)
  return services.call('transfer.take', { source, withClues: false, withPack: false, ...more })
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Failure) => error.code,
  )

/** All of a meeting that travels. */
async function whole(services: TestServices, meetingId: string) {
  const meeting = await services.call('meeting.get', { id: meetingId })
  const papers = await Promise.all(meeting.papers.map(({ id }) => services.call('paper.get', { id })))
  const ledger = await services.call('ledger.get', { meetingId })
  return {
    title: meeting.title,
    facts: meeting.facts,
    people: meeting.people,
    papers: papers.map(({ id, kind, title, body, decisions, waivers }) => ({
      id,
      kind,
      title,
      body,
      decisions,
      waivers,
    })),
    problems: ledger.problems,
    chain: ledger.chain,
    agenda: ledger.agenda,
  }
}

const someProblem = (text: string) => ({
  ...emptyProblem,
  id: crypto.randomUUID(),
  text,
  measures: [{ ...emptyMeasure, id: crypto.randomUUID(), text: '马上办', status: '未启动' }],
})

describe('a meeting in a file', () => {
  test('comes in whole: papers with versions, facts, roster, ledger with its history, agenda, decisions', async () => {
    const { meetingId, paperId } = await meetingWith(a)
    await a.call('revision.name', { paperId, name: '送审稿' })
    await a.call('point.decide', {
      paperId,
      decision: { point: 'R1', state: 'confirmed', reason: '已写', evidence: '' },
    })
    await a.call('waiver.add', { paperId, waiver: { scope: 'meeting', rule: 'x', quote: '', reason: '惯用' } })
    await a.call('ledger.change', {
      meetingId,
      revision: 0,
      change: { kind: 'add-problems', problems: [someProblem('学习不深入'), someProblem('台账不全')] },
    })
    const item = { id: crypto.randomUUID(), kind: 'speech' as const, action: '讲话', post: '', speaker: '', minutes: 9 }
    await a.call('agenda.save', { meetingId, revision: 1, agenda: { items: [item], closingMinutes: 3 } })
    const bytes = await pack(a, meetingId)

    const preview = await open(b, bytes)
    expect(preview).toMatchObject({ state: 'new', title: '反馈会议', hasClues: false, pack: null })
    expect(preview.lines.map(({ what, state }) => `${what} ${state}`)).toEqual([
      'facts new',
      'people new',
      'paper new',
      'ledger new',
      'agenda new',
      'versions new',
    ])
    expect(await codeOf(b.call('meeting.get', { id: meetingId }))).toBe('not-found')
    await b.call('transfer.take', { source: preview.source, withClues: false, withPack: false })
    expect(await whole(b, meetingId)).toEqual(await whole(a, meetingId))
    const [inA, inB] = await Promise.all([a, b].map((one) => one.call('revision.list', { paperId })))
    expect(inB).toEqual(inA)
    expect(await b.call('ledger.history', { meetingId })).toEqual(await a.call('ledger.history', { meetingId }))
  })

  test('taken twice, or by the one who made it, changes nothing', async () => {
    const { meetingId, paperId } = await meetingWith(a)
    const bytes = await pack(a, meetingId)
    await take(b, bytes)
    await write(b, paperId, [...TEXT, '乙加的。'])
    const state = await whole(b, meetingId)
    const versions = await b.call('revision.list', { paperId })
    expect(await open(b, bytes)).toMatchObject({ state: 'same', lines: [] })
    await take(b, bytes)
    expect(await whole(b, meetingId)).toEqual(state)
    expect(await b.call('revision.list', { paperId })).toEqual(versions)
    await write(a, paperId, [...TEXT, '甲加的。'])
    await take(a, bytes)
    expect(await read(a, paperId)).toEqual([...TEXT, '甲加的。'])
  })

  test('is the same bytes when nothing was done in between', async () => {
    const [sample] = (await a.call('meeting.list', {})).filter((meeting) => meeting.sample)
    const meetingId = sample?.id ?? ''
    const first = await pack(a, meetingId)
    expect(await pack(a, meetingId)).toBe(first)
  })
})

describe('two who wrote on', () => {
  async function shared(paragraphs = TEXT) {
    const made = await meetingWith(a, paragraphs)
    await take(b, await pack(a, made.meetingId))
    return made
  }

  test('in different paragraphs both have all, and can go back to what they had', async () => {
    const { meetingId, paperId } = await shared()
    await write(a, paperId, ['同志们：整改是头等大事。', ...TEXT.slice(1)])
    await write(b, paperId, [...TEXT.slice(0, 2), '第三段说时限的急事。', '乙加的一段。'])
    const [fromA, fromB] = [await pack(a, meetingId), await pack(b, meetingId)]
    const preview = await open(a, fromB)
    expect(preview.lines.find(({ what }) => what === 'paper')).toMatchObject({
      state: 'both',
      detail: '新增 1 段、改 1 段',
      conflicts: 0,
    })
    const heard: string[] = []
    const stop = a.events.listen(({ name }) => heard.push(name))
    await take(a, fromB)
    stop()
    expect(heard).toContain('paper.changed')
    await take(b, fromA)
    const merged = ['同志们：整改是头等大事。', '第二段说责任的事。', '第三段说时限的急事。', '乙加的一段。']
    expect(await read(a, paperId)).toEqual(merged)
    expect(await read(b, paperId)).toEqual(merged)
    const versions = await b.call('revision.list', { paperId })
    const kept = await Promise.all(versions.map(({ id }) => b.call('revision.get', { id })))
    expect(kept.filter(({ name }) => name !== '').map(({ body }) => paragraphsOf(body))).toContainEqual([
      ...TEXT.slice(0, 2),
      '第三段说时限的急事。',
      '乙加的一段。',
    ])
    expect(readdirSync(join(folders[1] ?? '', 'backups')).some((name) => name.includes('-import'))).toBe(true)
  })

  test('in the same words: both texts are kept over a restart, and one decision settles it for both', async () => {
    const { meetingId, paperId } = await shared(['年底以前完成。'])
    await write(a, paperId, ['十月以前完成。'])
    await write(b, paperId, ['明年以前完成。'])
    await take(a, await pack(b, meetingId))
    expect(await read(a, paperId)).toEqual(['十月以前完成。'])
    const [conflict, ...others] = await a.call('transfer.conflicts', { meetingId })
    expect(others).toEqual([])
    expect(conflict).toMatchObject({
      paperId,
      place: '讲话稿，第 1 段',
      ours: '十月以前完成。',
      theirs: ['明年以前完成。'],
      canKeepBoth: true,
    })
    const versions = await a.call('revision.list', { paperId })
    const theirs = versions.find(({ name }) => name.startsWith('导入的稿子'))
    expect(theirs && paragraphsOf((await a.call('revision.get', { id: theirs.id })).body)).toEqual(['明年以前完成。'])
    const left = await a.call('transfer.decide', { meetingId, conflictId: conflict?.id ?? '', keep: 'both' })
    expect(left).toEqual([])
    expect(await read(a, paperId)).toEqual(['十月以前完成。', '明年以前完成。'])
    expect(await codeOf(a.call('transfer.decide', { meetingId, conflictId: conflict?.id ?? '', keep: 'ours' }))).toBe(
      'conflict',
    )
    await take(b, await pack(a, meetingId))
    expect(await read(b, paperId)).toEqual(['十月以前完成。', '明年以前完成。'])
    expect(await b.call('transfer.conflicts', { meetingId })).toEqual([])
  })

  test('facts and ledger: field by field, and what both changed is to be decided', async () => {
    const { meetingId } = await shared()
    const problem = someProblem('学习不深入')
    await a.call('ledger.change', { meetingId, revision: 0, change: { kind: 'add-problems', problems: [problem] } })
    await take(b, await pack(a, meetingId))
    const edit = (services: TestServices, fields: object) =>
      services.call('ledger.change', {
        meetingId,
        revision: 1,
        change: { kind: 'edit-problem', id: problem.id, fields },
      })
    await edit(a, { claimedBy: '林知远', cause: '抓得不紧' })
    await edit(b, { claimedBy: '周明', note: '已约谈' })
    await a.call('facts.save', { meetingId, revision: 1, facts: { unit: '柳溪镇', county: '青垣县' } })
    await take(a, await pack(b, meetingId))
    const ledger = await a.call('ledger.get', { meetingId })
    expect(ledger.problems[0]).toMatchObject({ claimedBy: '林知远', cause: '抓得不紧', note: '已约谈' })
    expect((await a.call('meeting.get', { id: meetingId })).facts).toEqual({ unit: '柳溪镇', county: '青垣县' })
    const [conflict] = await a.call('transfer.conflicts', { meetingId })
    expect(conflict).toMatchObject({
      place: '问题清单第 1 个的“认领”',
      ours: '林知远',
      theirs: ['周明'],
      canKeepBoth: false,
    })
    await a.call('transfer.decide', { meetingId, conflictId: conflict?.id ?? '', keep: 'theirs' })
    expect((await a.call('ledger.get', { meetingId })).problems[0]?.claimedBy).toBe('周明')
    const history = await a.call('ledger.history', { meetingId })
    expect(history[0]?.what).toContain('换成导入的')
    expect(history.some(({ what }) => what.includes('已约谈'))).toBe(true)
  })

  test('a meeting that was removed here comes back', async () => {
    const { meetingId, paperId } = await shared()
    await write(a, paperId, [...TEXT, '甲加的。'])
    await b.call('meeting.remove', { id: meetingId })
    const bytes = await pack(a, meetingId)
    expect((await open(b, bytes)).isRemoved).toBe(true)
    await take(b, bytes)
    expect(await read(b, paperId)).toEqual([...TEXT, '甲加的。'])
  })
})

describe('what stays here unless it is chosen', () => {
  const clues = [{ kind: '信访', count: 7_351, handling: {}, forms: {} }]

  test('counts of clues', async () => {
    const { meetingId } = await meetingWith(a)
    await a.call('clues.save', { meetingId, revision: 0, clues })
    const without = await pack(a, meetingId)
    const { readPackage } = await import('../../../../electron/transfer/read-package.ts')
    const inside = readPackage(Buffer.from(without, 'base64'))
    expect(inside.clues).toBeNull()
    expect(JSON.stringify([inside.parcel.state, inside.versions, inside.history])).not.toContain('7351')
    const preview = await open(b, await pack(a, meetingId, { withClues: true }))
    expect(preview.hasClues).toBe(true)
    await b.call('transfer.take', { source: preview.source, withClues: false, withPack: false })
    expect((await b.call('ledger.get', { meetingId })).clues).toEqual([])
    await take(b, await pack(a, meetingId, { withClues: true }), { withClues: true })
    expect((await b.call('ledger.get', { meetingId })).clues).toEqual(clues)
  })

  test('the rule pack', async () => {
    const { meetingId } = await meetingWith(a)
    const own = { ...builtInPack, name: '青垣县规则包', version: '2026-12-01' }
    const bytes = Buffer.from(JSON.stringify(own)).toString('base64')
    const before = await a.call('pack.get', {})
    await a.call('pack.import', { revision: before.revision, fileName: '规则包.json', bytes })
    const file = await pack(a, meetingId)
    await a.call('pack.reset', { revision: before.revision + 1 })
    expect((await open(b, file)).pack).toEqual({ name: '青垣县规则包', version: '2026-12-01' })
    await take(b, file)
    expect((await b.call('pack.get', {})).imported).toBeNull()
    await take(b, file, { withPack: true })
    expect((await b.call('pack.get', {})).imported?.text).toContain('青垣县规则包')
    await b.call('pack.reset', { revision: 1 })
  })
})

test('who does not come travels along', async () => {
  const { meetingId } = await meetingWith(a)
  const { people } = await a.call('meeting.get', { id: meetingId })
  const absent = people.map(({ id }) => id)
  expect((await take(b, await pack(a, meetingId, { absent }))).absent).toEqual(absent)
  expect((await b.call('meeting.get', { id: meetingId })).people).toEqual(people)
})

test('something that belongs to another meeting here is refused, and nothing is written', async () => {
  const [one, other] = [await meetingWith(a), await meetingWith(a, ['别的会。'])]
  await take(b, await pack(a, one.meetingId))
  const { readPackage } = await import('../../../../electron/transfer/read-package.ts')
  const { writePackage } = await import('../../../../electron/transfer/write-package.ts')
  const inside = readPackage(Buffer.from(await pack(a, one.meetingId), 'base64'))
  const forged = writePackage({ ...inside, head: { ...inside.head, meetingId: other.meetingId } })
  expect(await codeOf(take(b, Buffer.from(forged).toString('base64')))).toBe('invalid-input')
  expect(await codeOf(b.call('meeting.get', { id: other.meetingId }))).toBe('not-found')
  expect(await read(b, one.paperId)).toEqual(TEXT)
})

test('a password is asked for, told from damage, and fits', { timeout: 60_000 }, async () => {
  const { meetingId } = await meetingWith(a)
  const bytes = await pack(a, meetingId, { password: '青垣县2026' })
  expect(Buffer.from(bytes, 'base64').includes('state.json')).toBe(false)
  expect(await codeOf(open(b, bytes))).toBe('wrong-password')
  expect(await codeOf(open(b, bytes, '不对的密码'))).toBe('wrong-password')
  const damaged = Buffer.from(bytes, 'base64')
  damaged[damaged.length - 5] = (damaged.at(-5) ?? 0) ^ 1
  expect(await codeOf(open(b, damaged.toString('base64'), '青垣县2026'))).toBe('damaged')
  expect((await open(b, bytes, '青垣县2026')).title).toBe('反馈会议')
})

test('a file the system was asked to open is announced, and handed out once', async () => {
  const heard: string[] = []
  const stop = a.events.listen(({ name }) => heard.push(name))
  a.offerFile({ fileName: '会.huibei', bytes: Buffer.from('x') })
  stop()
  expect(heard).toEqual(['transfer.offered'])
  expect((await a.call('transfer.offered', {})).file).toEqual({ fileName: '会.huibei', bytes: 'eA==' })
  expect((await a.call('transfer.offered', {})).file).toBeNull()
})
