import { expect, it } from 'vitest'
import { noOverrides } from '../../../../shared/model/pack-overrides.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const newer = { ...builtInPack, name: '市里的规则包', version: '2027-05-01' }
const overrides = { ...noOverrides, points: { speech: { O1: { level: 'required' as const, words: ['唠几句家常'] } } } }

it('keeps the office’s changes through import, reset and restart', async () => {
  const folder = tempFolder()
  const first = await openTestServices(folder)
  const events: string[] = []
  first.events.listen(({ name }) => events.push(name))
  await first.call('pack.override', { revision: 0, overrides })
  const taken = await first.call('pack.import', {
    revision: 0,
    fileName: '新.json',
    bytes: base64(JSON.stringify(newer)),
  })
  expect(taken).toMatchObject({ name: '市里的规则包', version: '2027-05-01' })
  expect(events.filter((name) => name === 'pack.changed')).toHaveLength(2)
  await first.close()

  const second = await openTestServices(folder)
  const pack = await second.call('pack.get', {})
  expect(pack).toMatchObject({ overrides, problem: null, imported: { fileName: '新.json' } })
  const exported = await second.call('pack.export', {})
  const text = Buffer.from(exported.bytes, 'base64').toString('utf8')
  expect(exported.fileName).toBe('市里的规则包 2027-05-01.json')
  expect(JSON.parse(text).points.speech[0]).toMatchObject({ id: 'O1', level: 'required' })
  await second.call('pack.import', { revision: pack.revision, fileName: '自己.json', bytes: exported.bytes })
  await second.call('pack.reset', { revision: pack.revision + 1 })
  expect(await second.call('pack.get', {})).toMatchObject({ overrides, imported: null })
  await second.close()
})

it('changes nothing by a broken file, and names the line and the field', async () => {
  const services = await openTestServices(tempFolder())
  const before = await services.call('pack.get', {})
  const broken = JSON.stringify(newer, null, 2).replace('"version": "2027-05-01"', '"version": "五月"')
  const complaint = services.call('pack.import', { revision: 0, fileName: '坏.json', bytes: base64(broken) })
  await expect(complaint).rejects.toMatchObject({
    code: 'invalid-input',
    detail: '第 4 行，“version”：应当是日期，如 2026-12-15。',
  })
  const notText = services.call('pack.import', { revision: 0, fileName: '坏.json', bytes: 'gICA' })
  await expect(notText).rejects.toMatchObject({ code: 'invalid-input' })
  const stale = services.call('pack.override', { revision: 4, overrides })
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  expect(await services.call('pack.get', {})).toEqual(before)
  await services.close()
})

it('counts the office’s pack in the progress of papers', async () => {
  const services = await openTestServices(tempFolder())
  const progress = async () => {
    const [meeting] = await services.call('meeting.list', {})
    return meeting?.papers.find(({ kind }) => kind === 'speech')?.requiredPoints ?? 0
  }
  const before = await progress()
  await services.call('pack.override', { revision: 0, overrides })
  expect(await progress()).toBe(before + 1)
  await services.close()
})
