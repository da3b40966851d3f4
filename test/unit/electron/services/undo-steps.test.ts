import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

test('what can be taken back is kept over a restart, for the text it belongs to and no other', async () => {
  const dataDir = tempFolder()
  let services = await openTestServices(dataDir)
  const meeting = await services.call('meeting.create', { title: '会', facts: {}, people: [], papers: ['speech'] })
  const paperId = meeting.papers[0]?.id ?? ''
  const paper = await services.call('paper.get', { id: paperId })
  expect(await services.call('undo.get', { paperId })).toEqual({ steps: null })
  await services.call('undo.keep', { paperId, revision: paper.revision, steps: '{"undo":[1]}' })
  await services.call('undo.keep', { paperId, revision: paper.revision + 1, steps: 'of another text' })
  await services.close()

  services = await openTestServices(dataDir)
  expect(await services.call('undo.get', { paperId })).toEqual({ steps: '{"undo":[1]}' })
  const body = paper.body.replace('讲话', '讲话稿')
  await services.call('paper.save', { id: paperId, revision: paper.revision, body })
  expect(await services.call('undo.get', { paperId })).toEqual({ steps: null })
  expect(await services.dispatch('undo.get', { paperId: '../x' })).toMatchObject({ code: 'invalid-input' })
  await services.close()
})

test('old steps are cleared away at the start', async () => {
  const dataDir = tempFolder()
  const first = await openTestServices(dataDir)
  const meeting = await first.call('meeting.create', {
    title: '会',
    facts: {},
    people: [],
    papers: ['speech', 'response'],
  })
  for (const { id, revision } of meeting.papers) await first.call('undo.keep', { paperId: id, revision, steps: '{}' })
  await first.close()
  const folder = join(dataDir, 'undo')
  const [old = ''] = readdirSync(folder)
  const longAgo = new Date(Date.now() - 40 * 86_400_000)
  utimesSync(join(folder, old), longAgo, longAgo)
  const second = await openTestServices(dataDir)
  expect(readdirSync(folder)).toHaveLength(1)
  await second.close()
})
