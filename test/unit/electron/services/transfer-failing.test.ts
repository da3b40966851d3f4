import { cpSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { CommandName } from '../../../../shared/contract/commands.ts'
import { emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { paperOf } from '../../shared/merge/meetings.ts'
import { dump, failAt, restoreStatements } from './plant-failure.ts'
import { openTestServices, type TestServices } from './test-services.ts'

afterEach(restoreStatements)

const clock = () => new Date(2026, 11, 14, 9, 0)

/** A library that has given a meeting away and written on, and the file that comes back with other changes in it. */
async function prepare(): Promise<{ origin: string; meetingId: string; bytes: string }> {
  const [origin, other] = [tempFolder(), tempFolder()]
  const [a, b] = [await openTestServices(origin, clock), await openTestServices(other, clock)]
  const meeting = await a.call('meeting.create', {
    title: '会议',
    facts: { unit: '柳溪镇' },
    people: [{ name: '林知远', post: '书记', organization: '' }],
    papers: ['speech'],
  })
  const [meetingId, paperId] = [meeting.id, meeting.papers[0]?.id ?? '']
  const write = async (services: TestServices, paragraphs: string[]) => {
    const { revision } = await services.call('paper.get', { id: paperId })
    await services.call('paper.save', { id: paperId, revision, body: paperOf(paragraphs) })
  }
  const pack = async (services: TestServices) =>
    (await services.call('transfer.export', { meetingId, password: null, withClues: false })).bytes
  await write(a, ['年底以前完成。', '第二段。'])
  const { source } = await b.call('transfer.open', { fileName: '会.huibei', bytes: await pack(a), password: null })
  await b.call('transfer.take', { source, withClues: false, withPack: false })
  await write(b, ['明年以前完成。', '第二段。', '乙加的一段。'])
  await b.call('facts.save', { meetingId, revision: 1, facts: { unit: '柳溪镇', county: '青垣县' } })
  await b.call('paper.create', { meetingId, kind: 'response' })
  const problems = [{ ...emptyProblem, id: crypto.randomUUID(), text: '沟渠淤塞' }]
  await b.call('ledger.change', { meetingId, revision: 0, change: { kind: 'add-problems', problems } })
  await write(a, ['十月以前完成。', '第二段。'])
  const bytes = await pack(b)
  await Promise.all([a.close(), b.close()])
  return { origin, meetingId, bytes }
}

/** Fails every statement of one call on a copy of the library, one after the other. @returns how many there were */
async function failEach(
  origin: string,
  begin: (services: TestServices) => Promise<[CommandName, unknown]>,
): Promise<number> {
  const fresh = async () => {
    const dataDir = tempFolder()
    cpSync(origin, dataDir, { recursive: true })
    const services = await openTestServices(dataDir, clock)
    return { dataDir, services, call: await begin(services), before: dump(dataDir) }
  }
  const model = await fresh()
  expect(await model.services.dispatch(...model.call)).toMatchObject({ ok: true })
  const after = dump(model.dataDir)
  expect(after).not.toBe(model.before)
  let at = await fresh()
  for (let n = 1; ; n++) {
    const failed = failAt(n, n % 2 === 0 ? 'SQLITE_FULL' : 'SQLITE_IOERR_WRITE')
    const result = await at.services.dispatch(...at.call)
    restoreStatements()
    const state = dump(at.dataDir)
    if (!failed()) {
      expect(result).toMatchObject({ ok: true })
      expect(state).toBe(after)
      return n - 1
    }
    expect([at.before, after], `statement ${n}`).toContain(state)
    if (result.ok) expect(state, `statement ${n}`).toBe(after)
    else expect(['disk-full', 'folder-missing'], `statement ${n}`).toContain(result.code)
    if (state !== at.before) at = await fresh()
  }
}

describe('when a statement fails', () => {
  test('an import and a decision leave the state before them or after them', { timeout: 120_000 }, async () => {
    const { origin, meetingId, bytes } = await prepare()
    const trials = await failEach(origin, async (services) => {
      const { source } = await services.call('transfer.open', { fileName: '会.huibei', bytes, password: null })
      return ['transfer.take', { source, withClues: false, withPack: false }]
    })
    expect(trials).toBeGreaterThan(30)

    const services = await openTestServices(origin, clock)
    const { source } = await services.call('transfer.open', { fileName: '会.huibei', bytes, password: null })
    await services.call('transfer.take', { source, withClues: false, withPack: false })
    const [conflict] = await services.call('transfer.conflicts', { meetingId })
    await services.close()
    const decisions = await failEach(origin, async () => [
      'transfer.decide',
      { meetingId, conflictId: conflict?.id ?? '', keep: 'both', index: 0 },
    ])
    expect(decisions).toBeGreaterThan(10)
  })
})
