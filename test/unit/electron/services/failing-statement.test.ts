import { cpSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { CommandInput, CommandName } from '../../../../shared/contract/commands.ts'
import { noOverrides } from '../../../../shared/model/pack-overrides.ts'
import { emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { paperBody } from '../../../contract/paper-bodies.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { dump, failAt, restoreStatements } from './plant-failure.ts'
import { openTestServices, type TestServices } from './test-services.ts'

// Every statement of every writing command fails once, as a full or a broken disk makes it fail. Whatever happens, the
// library is as it was before the command, or as it is after it; and what is said to be done is done.

afterEach(restoreStatements)

/** Ids of the library that the commands work on. */
interface Ids {
  meeting: string
  paper: string
  removedMeeting: string
  removedPaper: string
  version: string
  waiver: string
  person: string
  ledgerMeeting: string
  problem: string
  removedProblem: string
  document: string
}

/**
 * Commands without a case, each for its reason. A new command is in neither list and does not compile.
 * - no statement at all, or none on this library
 * - a job in a thread or a file of its own, whose failures test/crash and the tests of the store make
 */
type Elsewhere =
  | 'host.info'
  | 'file.save'
  | 'print.pdf'
  | `folder.${string}`
  | 'menu.show'
  | 'file.zip'
  | 'place.list'
  | 'ledger.readFile'
  | 'chain.docx'
  | 'library.state'
  | 'library.reopen'
  | `backup.${string}`
  | `search.${string}`
  // Those that need a package are in transfer-failing.test.ts.
  | 'transfer.open'
  | 'transfer.take'
  | 'transfer.decide'
  | 'transfer.offered'

type Cases = { [N in Exclude<CommandName, Elsewhere>]: (ids: Ids) => CommandInput<N> }

const CASES: Cases = {
  'meeting.create': () => ({
    title: '新会',
    facts: { unit: '柳溪镇' },
    people: [{ name: '林知远', post: '书记', organization: '' }],
    papers: ['speech', 'response'],
  }),
  'meeting.rename': ({ meeting }) => ({ id: meeting, revision: 3, title: '改名' }),
  'meeting.remove': ({ meeting }) => ({ id: meeting }),
  'meeting.restore': ({ removedMeeting }) => ({ id: removedMeeting }),
  'sample.create': () => ({}),
  'facts.save': ({ meeting }) => ({ meetingId: meeting, revision: 3, facts: { unit: '新镇', county: '青垣县' } }),
  'people.save': ({ meeting, person }) => ({
    meetingId: meeting,
    revision: 3,
    people: [
      { name: '周明', post: '镇长', organization: '' },
      { id: person, name: '林知远', post: '县委书记', organization: '' },
    ],
  }),
  'paper.create': ({ meeting }) => ({ meetingId: meeting, kind: 'host-script' }),
  'paper.save': ({ paper }) => ({ id: paper, revision: 2, body: paperBody('讲话', '新的话。') }),
  'paper.remove': ({ paper }) => ({ id: paper }),
  'paper.restore': ({ removedPaper }) => ({ id: removedPaper }),
  'paper.import': ({ meeting }) => ({
    meetingId: meeting,
    kind: 'speech',
    fileName: '旧稿.txt',
    bytes: Buffer.from('在会议上的讲话\n同志们：\n整改是政治任务。').toString('base64'),
  }),
  'point.decide': ({ paper }) => ({
    paperId: paper,
    decision: { point: 'R2', state: 'confirmed', reason: '', evidence: '' },
  }),
  'point.clear': ({ paper }) => ({ paperId: paper, point: 'R1' }),
  'waiver.add': ({ paper }) => ({
    paperId: paper,
    waiver: { scope: 'meeting', rule: 'x', quote: '', reason: '不用改' },
  }),
  'waiver.remove': ({ paper, waiver }) => ({ paperId: paper, id: waiver }),
  'revision.name': ({ paper }) => ({ paperId: paper, name: '送审稿' }),
  'revision.restore': ({ version }) => ({ id: version, revision: 2 }),
  'settings.save': () => ({ revision: 0, settings: { ...defaultSettings, officeName: '巡察办' } }),
  'meeting.list': () => ({}),
  'paper.get': ({ paper }) => ({ id: paper }),
  'revision.list': ({ paper }) => ({ paperId: paper }),
  'removed.list': () => ({}),
  'meeting.get': ({ meeting }) => ({ id: meeting }),
  'meeting.listRemoved': () => ({}),
  'revision.get': ({ version }) => ({ id: version }),
  'revision.changes': ({ paper }) => ({ paperId: paper }),
  'export.docx': ({ paper }) => ({ paperId: paper, layout: 'standard' }),
  'handout.get': ({ meeting }) => ({ meetingId: meeting, kind: 'sign-in' }),
  'handout.docx': ({ meeting }) => ({ meetingId: meeting, kind: 'sign-in' }),
  'paper.readBack': ({ paper }) => ({
    paperId: paper,
    fileName: '改后.txt',
    bytes: Buffer.from('讲话\n领导改过的话。').toString('base64'),
  }),
  'ledger.get': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting }),
  'ledger.change': ({ ledgerMeeting, problem }) => ({
    meetingId: ledgerMeeting,
    revision: 2,
    change: { kind: 'remove-problem', id: problem },
  }),
  'ledger.restoreRow': ({ removedProblem }) => ({ id: removedProblem }),
  'ledger.history': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting }),
  'ledger.overview': () => ({}),
  'ledger.exports': ({ meeting }) => ({ meetingId: meeting, tokens: ['K7Q2M4'] }),
  'ledger.xlsx': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting }),
  'ledger.docx': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting, layout: 'roll' }),
  'chain.save': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting, revision: 2, chain: { rungs: [], departed: [] } }),
  'agenda.get': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting }),
  'agenda.save': ({ ledgerMeeting }) => ({
    meetingId: ledgerMeeting,
    revision: 2,
    agenda: {
      items: [{ id: crypto.randomUUID(), kind: 'speech', action: '讲话', post: '', speaker: '', minutes: 9 }],
      closingMinutes: 5,
    },
  }),
  'clues.save': ({ ledgerMeeting }) => ({ meetingId: ledgerMeeting, revision: 2, clues: [] }),
  'pack.get': () => ({}),
  'pack.import': () => ({
    revision: 0,
    fileName: '规则包.json',
    bytes: Buffer.from(JSON.stringify(builtInPack)).toString('base64'),
  }),
  'pack.export': () => ({}),
  'pack.reset': () => ({ revision: 0 }),
  'pack.override': () => ({ revision: 0, overrides: noOverrides }),
  'undo.keep': ({ paper }) => ({ paperId: paper, revision: 2, steps: '{}' }),
  'undo.get': ({ paper }) => ({ paperId: paper }),
  'material.import': () => ({
    fileName: '另一篇.txt',
    bytes: Buffer.from('旧讲话\n要抓好整改落实。').toString('base64'),
  }),
  'material.remove': ({ document }) => ({ id: document }),
  'material.restore': ({ document }) => ({ id: document }),
  'library.list': () => ({}),
  'library.get': ({ document }) => ({ id: document }),
  'settings.get': () => ({}),
  'transfer.export': ({ meeting }) => ({ meetingId: meeting, password: null, withClues: false }),
  'transfer.conflicts': ({ meeting }) => ({ meetingId: meeting }),
}

const clock = () => new Date(2026, 11, 14, 9, 0)

async function prepare(dataDir: string): Promise<Ids> {
  const services = await openTestServices(dataDir, clock)
  const create = (title: string) =>
    services.call('meeting.create', { title, facts: {}, people: [], papers: ['speech', 'response'] })
  const meeting = await create('会议')
  const removed = await create('移走的')
  await services.call('meeting.remove', { id: removed.id })
  await services.call('facts.save', { meetingId: meeting.id, revision: 1, facts: { unit: '旧镇' } })
  const { people } = await services.call('people.save', {
    meetingId: meeting.id,
    revision: 2,
    people: [{ name: '林知远', post: '书记', organization: '' }],
  })
  const [paper = '', removedPaper = ''] = meeting.papers.map(({ id }) => id)
  await services.call('paper.save', { id: paper, revision: 1, body: paperBody('讲话', '现在的话。') })
  await services.call('paper.remove', { id: removedPaper })
  await services.call('point.decide', {
    paperId: paper,
    decision: { point: 'R1', state: 'confirmed', reason: '', evidence: '' },
  })
  const { waivers } = await services.call('waiver.add', {
    paperId: paper,
    waiver: { scope: 'paper', rule: 'y', quote: '', reason: '' },
  })
  const [version] = await services.call('revision.list', { paperId: paper })
  const ledgerMeeting = await services.call('meeting.create', {
    title: '有台账的会',
    facts: {},
    people: [],
    papers: ['host-script', 'agenda'],
  })
  const [problem, removedProblem] = [crypto.randomUUID(), crypto.randomUUID()]
  const changeLedger = (revision: number, change: CommandInput<'ledger.change'>['change']) =>
    services.call('ledger.change', { meetingId: ledgerMeeting.id, revision, change })
  await changeLedger(0, {
    kind: 'add-problems',
    problems: [
      { ...emptyProblem, id: problem, text: '沟渠淤塞' },
      { ...emptyProblem, id: removedProblem, text: '台账不全' },
    ],
  })
  await changeLedger(1, { kind: 'remove-problem', id: removedProblem })
  const { document } = await services.call('material.import', {
    fileName: '旧稿.txt',
    bytes: Buffer.from('旧稿\n整改要见实效。').toString('base64'),
  })
  await services.close()
  return {
    ledgerMeeting: ledgerMeeting.id,
    problem,
    removedProblem,
    document: document.id,
    meeting: meeting.id,
    paper,
    removedMeeting: removed.id,
    removedPaper,
    version: version?.id ?? '',
    waiver: waivers[0]?.id ?? '',
    person: people[0]?.id ?? '',
  }
}

describe('when a statement fails', () => {
  test('every command leaves the state before it or the state after it', { timeout: 300_000 }, async () => {
    const origin = tempFolder()
    const ids = await prepare(origin)
    let trials = 0

    for (const [name, inputOf] of Object.entries(CASES)) {
      const input = inputOf(ids)
      const fresh = async () => {
        const dataDir = tempFolder()
        // With its backups, so that none is due on this day. It is not closed either: that would make one more.
        cpSync(origin, dataDir, { recursive: true })
        const services = await openTestServices(dataDir, clock)
        return { dataDir, services, before: dump(dataDir) }
      }
      const model = await fresh()
      expect(await model.services.dispatch(name, input), name).toMatchObject({ ok: true })
      const after = dump(model.dataDir)
      let at: { dataDir: string; services: TestServices; before: string } = await fresh()
      for (let n = 1; ; n++) {
        const failed = failAt(n, n % 2 === 0 ? 'SQLITE_FULL' : 'SQLITE_IOERR_WRITE')
        const result = await at.services.dispatch(name, input)
        restoreStatements()
        const state = dump(at.dataDir)
        if (!failed()) {
          expect(result, name).toMatchObject({ ok: true })
          break
        }
        trials += 1
        expect([at.before, after], `${name}, statement ${n}`).toContain(state)
        if (result.ok) expect(state, `${name}, statement ${n}`).toBe(after)
        else expect(['disk-full', 'folder-missing'], `${name}, statement ${n}`).toContain(result.code)
        if (state === at.before) continue
        at = await fresh()
      }
    }
    expect(trials).toBeGreaterThan(100)
  })
})
