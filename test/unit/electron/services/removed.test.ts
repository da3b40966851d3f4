import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../../shared/contract/commands.ts'
import { emptyMeasure, emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

const DAY = 86_400_000

test('what was removed can be brought back for thirty days, and is cleared away after them', async () => {
  const dataDir = tempFolder()
  let now = new Date(2026, 10, 1)
  const open = () => openTestServices(dataDir, () => now)
  let services = await open()
  const create = (title: string) =>
    services.call('meeting.create', { title, facts: {}, people: [], papers: ['speech', 'response'] })
  const gone = await create('移走的会')
  const kept = await create('留着的会')
  await services.call('meeting.remove', { id: gone.id })
  await services.call('paper.remove', { id: kept.papers[0]?.id ?? '' })
  const removed = await services.call('removed.list', {})
  expect(removed.meetings).toEqual([
    {
      id: gone.id,
      title: '移走的会',
      removed: now.toISOString(),
      until: new Date(now.getTime() + 30 * DAY).toISOString(),
    },
  ])
  expect(removed.papers).toMatchObject([{ id: kept.papers[0]?.id, meetingTitle: '留着的会', kind: 'speech' }])
  await services.close()

  now = new Date(now.getTime() + 29 * DAY)
  services = await open()
  await services.call('paper.restore', { id: kept.papers[0]?.id ?? '' })
  expect((await services.call('removed.list', {})).meetings).toHaveLength(1)
  expect((await services.call('meeting.get', { id: kept.id })).papers).toHaveLength(2)
  await services.close()

  now = new Date(now.getTime() + 2 * DAY)
  services = await open()
  expect(await services.call('removed.list', {})).toEqual({ meetings: [], papers: [], documents: [], ledgerRows: [] })
  expect(await services.dispatch('meeting.restore', { id: gone.id })).toMatchObject({ code: 'not-found' })
  expect((await services.call('meeting.get', { id: kept.id })).papers).toHaveLength(2)
  await services.close()
})

test('problems and measures of a ledger come back where they stood, with their history whole', async () => {
  const dataDir = tempFolder()
  let now = new Date(2026, 10, 1)
  const services = await openTestServices(dataDir, () => now)
  const { id: meetingId } = await services.call('meeting.create', { title: '会', facts: {}, people: [], papers: [] })
  const measure = { ...emptyMeasure, id: crypto.randomUUID(), text: '清淤三处', status: '未启动' }
  const other = { ...emptyMeasure, id: crypto.randomUUID(), text: '建立巡查制度', status: '未启动' }
  const [first, second] = [
    { ...emptyProblem, id: crypto.randomUUID(), text: '沟渠淤塞', measures: [measure, other] },
    { ...emptyProblem, id: crypto.randomUUID(), text: '台账不全' },
  ]
  const get = () => services.call('ledger.get', { meetingId })
  const change = async (what: CommandInput<'ledger.change'>['change']) =>
    services.call('ledger.change', { meetingId, revision: (await get()).revision, change: what })
  const rows = async () => (await services.call('removed.list', {})).ledgerRows
  await change({ kind: 'add-problems', problems: [first, second] })
  await change({ kind: 'remove-measure', id: first.id, measureId: measure.id })
  now = new Date(2026, 10, 2)
  await change({ kind: 'remove-problem', id: first.id })
  expect(await rows()).toMatchObject([
    { id: first.id, what: 'problem', title: '沟渠淤塞', meetingTitle: '会', removed: now.toISOString() },
    { id: measure.id, what: 'measure', title: '清淤三处' },
  ])

  // A measure does not come back without its problem, and says so.
  expect(await services.dispatch('ledger.restoreRow', { id: measure.id })).toMatchObject({
    code: 'invalid-input',
    detail: expect.stringContaining('问题已经不在台账里'),
  })
  await services.call('ledger.restoreRow', { id: first.id })
  expect((await rows()).map(({ id }) => id)).toEqual([measure.id])
  await services.call('ledger.restoreRow', { id: measure.id })
  expect((await get()).problems).toEqual([first, second])
  expect(await rows()).toEqual([])
  const history = await services.call('ledger.history', { meetingId, problemId: first.id })
  expect(history.map(({ what, reason }) => `${what} ${reason}`.trim())).toEqual([
    '加措施：清淤三处 从最近移走中找回',
    '列入台账：沟渠淤塞（1条措施） 从最近移走中找回',
    '移走问题：沟渠淤塞',
    '移走措施：清淤三处',
    '列入台账：沟渠淤塞（2条措施）',
  ])
  expect(await services.dispatch('ledger.restoreRow', { id: first.id })).toMatchObject({ code: 'not-found' })

  // What came back by 撤销 is no longer among the removed; what nobody wanted goes after thirty days.
  await change({ kind: 'remove-problem', id: second.id })
  await change({ kind: 'add-problems', problems: [second], at: 1 })
  expect(await rows()).toEqual([])
  await change({ kind: 'remove-problem', id: second.id })
  await services.close()
  now = new Date(now.getTime() + 31 * DAY)
  const later = await openTestServices(dataDir, () => now)
  expect((await later.call('removed.list', {})).ledgerRows).toEqual([])
  expect(await later.dispatch('ledger.restoreRow', { id: second.id })).toMatchObject({ code: 'not-found' })
  await later.close()
})

test('a start with nothing to clear away is no change: it leaves no backup behind', async () => {
  const dataDir = tempFolder()
  let now = new Date(2026, 10, 1)
  const start = async () => (await openTestServices(dataDir, () => now)).close()
  const backups = () => readdirSync(join(dataDir, 'backups')).sort()
  await start()
  const first = backups()
  now = new Date(now.getTime() + DAY)
  await start()
  expect(backups()).toEqual(first)
})
