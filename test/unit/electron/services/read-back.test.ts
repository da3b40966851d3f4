import { expect, test } from 'vitest'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

test('a draft that comes back finds its version with the facts it went out with', async () => {
  const services = await openTestServices(tempFolder())
  const [summary] = await services.call('meeting.list', {})
  const meeting = await services.call('meeting.get', { id: summary?.id ?? '' })
  const paperId = meeting.papers.find(({ kind }) => kind === 'speech')?.id ?? ''
  const goOut = async (unit: string) => {
    const { revision, facts } = await services.call('meeting.get', { id: meeting.id })
    await services.call('facts.save', { meetingId: meeting.id, revision, facts: { ...facts, unit } })
    const { id } = await services.call('revision.name', { paperId, name: '导出 Word' })
    return { id, file: await services.call('export.docx', { paperId, layout: 'standard' }) }
  }
  const first = await goOut('甲镇')
  const second = await goOut('乙镇')
  // The text is the same both times; only what the facts show differs.
  for (const [{ id, file }, unit] of [
    [first, '甲镇'],
    [second, '乙镇'],
  ] as const) {
    const read = await services.call('paper.readBack', { paperId, ...file })
    expect(read.versionId).toBe(id)
    expect(read.body).toContain(unit)
    expect(JSON.stringify((await services.call('revision.get', { id })).facts)).toContain(unit)
  }
  await services.close()
})
