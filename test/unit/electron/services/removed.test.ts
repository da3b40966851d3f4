import { expect, test } from 'vitest'
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
  expect(await services.call('removed.list', {})).toEqual({ meetings: [], papers: [] })
  expect(await services.dispatch('meeting.restore', { id: gone.id })).toMatchObject({ code: 'not-found' })
  expect((await services.call('meeting.get', { id: kept.id })).papers).toHaveLength(2)
  await services.close()
})
