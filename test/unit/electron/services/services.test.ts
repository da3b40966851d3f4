import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { VERSION_POLICY } from '../../../../shared/model/version-policy.ts'
import { paperBody } from '../../../contract/paper-bodies.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices } from './test-services.ts'

/** Changes the closed library behind the program's back. */
function tamper(dataDir: string, sql: string): void {
  const database = new Database(join(dataDir, 'huibei.db'))
  database.exec(sql)
  database.close()
}

describe('the first start', () => {
  test('makes the sample meeting, once, and not again after it was removed', async () => {
    const dataDir = tempFolder()
    const first = await openTestServices(dataDir)
    const meetings = await first.call('meeting.list', {})
    expect(meetings.map(({ sample }) => sample)).toEqual([true])
    await first.call('meeting.remove', { id: meetings[0]?.id ?? '' })
    await first.close()
    const second = await openTestServices(dataDir)
    expect(await second.call('meeting.list', {})).toEqual([])
    await second.close()
  })
})

describe('the list of meetings', () => {
  test('shows how far the papers are, and follows changes of paper, facts and decisions', async () => {
    const services = await openTestServices(tempFolder())
    const progress = async () => (await services.call('meeting.list', {})).find(({ sample }) => !sample)?.papers[0]
    const { id, revision, papers } = await services.call('meeting.create', {
      title: '会',
      facts: {},
      people: [],
      papers: ['speech'],
    })
    const paper = await services.call('paper.get', { id: papers[0]?.id ?? '' })
    const saved = await services.call('paper.save', { ...paper, body: paperBody('【unit】', '整改是政治任务。') })
    const before = await progress()
    expect(before).toMatchObject({ characters: 15, openFacts: 1 })
    await services.call('facts.save', { meetingId: id, revision, facts: { unit: '镇' } })
    expect(await progress()).toMatchObject({ characters: 9, openFacts: 0 })
    await services.call('paper.save', { id: paper.id, revision: saved.revision, body: paperBody('讲话', '四个字。') })
    expect(await progress()).toMatchObject({ characters: 6 })
    const required = before?.requiredPoints ?? 0
    expect(required).toBeGreaterThan(3)
    const decision = { point: 'R1', state: 'not-applicable' as const, reason: '不涉及', evidence: '' }
    await services.call('point.decide', { paperId: paper.id, decision })
    expect(await progress()).toMatchObject({ requiredPoints: required - 1 })
    await services.close()
  })

  test('need not check again after a restart, and does not trust what it cannot read', async () => {
    const dataDir = tempFolder()
    const listAfter = async (sql: string) => {
      tamper(dataDir, sql)
      const services = await openTestServices(dataDir)
      const [sample] = await services.call('meeting.list', {})
      await services.close()
      return sample?.papers[0]
    }
    const first = await openTestServices(dataDir)
    const characters = (await first.call('meeting.list', {}))[0]?.papers[0]?.characters
    await first.close()
    expect(await listAfter(`UPDATE paper_progress SET value = json_set(value, '$.characters', 7)`)).toMatchObject({
      characters: 7,
    })
    expect(await listAfter(`UPDATE paper_progress SET value = '{"characters":'`)).toMatchObject({ characters })
    expect(await listAfter(`UPDATE paper_progress SET value = '{}', key = 'of another text'`)).toMatchObject({
      characters,
    })
    expect(await listAfter('DELETE FROM paper_progress')).toMatchObject({ characters })
  })

  test('comes up when a paper in it cannot be read', async () => {
    const dataDir = tempFolder()
    const first = await openTestServices(dataDir)
    const [sample] = await first.call('meeting.list', {})
    const id = sample?.papers[0]?.id ?? ''
    await first.close()
    tamper(dataDir, `UPDATE papers SET body = '{"format":1', revision = revision + 1 WHERE id = '${id}'`)
    const second = await openTestServices(dataDir)
    const [listed] = await second.call('meeting.list', {})
    expect(listed?.papers[0]).toMatchObject({ id, characters: 0 })
    expect(listed?.papers[1]?.characters).toBeGreaterThan(100)
    expect(await second.dispatch('export.docx', { paperId: id, layout: 'standard' })).toMatchObject({ code: 'damaged' })
    const facts = { meetingId: sample?.id ?? '', revision: sample?.revision ?? 0, facts: { unit: '新镇' } }
    expect(await second.dispatch('facts.save', facts)).toMatchObject({ ok: true })
    expect(second.logged.join()).not.toContain('broke')
    await second.close()
  })
})

describe('versions', () => {
  test('are kept at most every few minutes, and thinned as they age', async () => {
    let now = new Date(2026, 11, 14, 8, 0)
    const services = await openTestServices(tempFolder(), () => now)
    const [sample] = await services.call('meeting.list', {})
    const paper = await services.call('paper.get', { id: sample?.papers[0]?.id ?? '' })
    let { revision } = paper
    const saveAt = async (time: Date) => {
      now = time
      const body = paperBody('讲话', `写于 ${time.toISOString()}`)
      revision = (await services.call('paper.save', { id: paper.id, revision, body })).revision
    }
    const versions = async () => (await services.call('revision.list', { paperId: paper.id })).length
    await saveAt(new Date(2026, 11, 14, 9, 0, 0))
    expect(await versions()).toBe(1)
    await saveAt(new Date(2026, 11, 14, 9, 0, 1))
    await saveAt(new Date(2026, 11, 14, 9, 4, 59))
    expect(await versions()).toBe(1)
    await saveAt(new Date(2026, 11, 14, 9, 0, VERSION_POLICY.every / 1000))
    expect(await versions()).toBe(2)
    for (let minute = 10; minute < 60; minute += 10) await saveAt(new Date(2026, 11, 14, 9, minute))
    expect(await versions()).toBe(7)
    await saveAt(new Date(2026, 11, 18, 9, 0))
    // Of the 14th stays the last version; the text of 9:50 is what was replaced just now.
    const left = await services.call('revision.list', { paperId: paper.id })
    expect(left.map(({ created }) => created)).toEqual([new Date(2026, 11, 14, 9, 50).toISOString()])
    await services.close()
  })

  test('carry the name of the one who wrote', async () => {
    const services = await openTestServices(tempFolder())
    const { revision, settings } = await services.call('settings.get', {})
    await services.call('settings.save', { revision, settings: { ...settings, userName: '乙某某' } })
    const [sample] = await services.call('meeting.list', {})
    const paperId = sample?.papers[0]?.id ?? ''
    expect(await services.call('revision.name', { paperId, name: '初稿' })).toMatchObject({ author: '乙某某' })
    await services.close()
  })
})

describe('settings', () => {
  test('fall back to the defaults when the stored ones cannot be read, and can be saved again', async () => {
    const dataDir = tempFolder()
    const first = await openTestServices(dataDir)
    const { settings } = await first.call('settings.get', {})
    await first.call('settings.save', { revision: 0, settings: { ...settings, officeName: '巡察办' } })
    await first.close()
    tamper(dataDir, `UPDATE settings SET value = '{"longSentence":"lots"}'`)
    const second = await openTestServices(dataDir)
    const read = await second.call('settings.get', {})
    expect(read.settings).toEqual(settings)
    await second.call('settings.save', { ...read, settings: { ...settings, officeName: '新的' } })
    expect((await second.call('settings.get', {})).settings.officeName).toBe('新的')
    await second.close()
  })
})

describe('a host that cannot save files', () => {
  test('has no such command, and says so', async () => {
    const services = await openTestServices(tempFolder())
    expect(await services.call('host.info', {})).toMatchObject({ canSaveFiles: false })
    const file = { fileName: '讲话.docx', bytes: '' }
    expect(await services.dispatch('file.save', file)).toMatchObject({ code: 'unknown-command' })
    await services.close()
  })
})
