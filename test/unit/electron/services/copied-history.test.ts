import { expect, test } from 'vitest'
import { emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

test('a meeting taken out of a backup brings the history of each problem, under the copy’s own ids', async () => {
  const services = await openTestServices(tempFolder())
  const input = { title: '甲镇', facts: {}, people: [], papers: [] }
  const { id: meetingId } = await services.call('meeting.create', input)
  const problems = ['沟渠淤塞', '记录补写'].map((text) => ({ ...emptyProblem, id: crypto.randomUUID(), text }))
  const [first, second] = problems
  const added = { kind: 'add-problems', problems } as const
  const { revision } = await services.call('ledger.change', { meetingId, revision: 0, change: added })
  const removed = { kind: 'remove-problem', id: second?.id ?? '' } as const
  await services.call('ledger.change', { meetingId, revision, change: removed })

  const { backups } = await services.call('backup.make', {})
  const made = backups.find(({ reason }) => reason === 'manual')
  const { source } = await services.call('backup.open', { id: made?.id ?? '', password: null })
  const { meetings } = await services.call('backup.take', { source, meetingIds: [meetingId] })
  const copy = meetings[0] ?? ''
  const [problem] = (await services.call('ledger.get', { meetingId: copy })).problems
  expect(problem?.text).toBe('沟渠淤塞')
  expect(problem?.id).not.toBe(first?.id)
  const lines = await services.call('ledger.history', { meetingId: copy, problemId: problem?.id ?? '' })
  expect(lines.map(({ what }) => what)).toEqual(['列入台账：沟渠淤塞'])
  // What was removed has no copy; its lines stay all the same.
  const all = await services.call('ledger.history', { meetingId: copy })
  expect(all.filter(({ problemId }) => problemId === second?.id)).toHaveLength(2)
  const here = await services.call('ledger.history', { meetingId, problemId: first?.id ?? '' })
  expect(here).toHaveLength(1)
  await services.close()
})
