import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createPlaces } from '../../../../electron/services/places.ts'
import { passwordKey, sealFile } from '../../../../electron/store/sealed-file.ts'
import { paperBody } from '../../../contract/paper-bodies.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestServices, type TestServices } from './test-services.ts'

async function meetingWith(services: TestServices, title: string, words: string) {
  const { id, papers } = await services.call('meeting.create', { title, facts: {}, people: [], papers: ['speech'] })
  const paper = await services.call('paper.get', { id: papers[0]?.id ?? '' })
  await services.call('paper.save', { id: paper.id, revision: paper.revision, body: paperBody('讲话', words) })
  return { id, paperId: paper.id }
}

const titles = async (services: TestServices) =>
  (await services.call('meeting.list', {})).filter(({ sample }) => !sample).map(({ title }) => title)

const newest = async (services: TestServices, reason?: string) => {
  const { backups } = await services.call('backup.status', {})
  return backups.find((backup) => !reason || backup.reason === reason)?.id ?? ''
}

/** Walks to a folder as the page does. */
async function placeOf(services: TestServices, path: string): Promise<string> {
  let { places } = await services.call('place.list', { id: null })
  let id = places.find(({ name }) => name === '我的文件夹')?.id ?? ''
  for (const name of path.split('/')) {
    ;({ places } = await services.call('place.list', { id }))
    id = places.find((place) => place.name === name)?.id ?? ''
  }
  return id
}

describe('a backup', { timeout: 90_000 }, () => {
  test('is listed with its size and its check, and its papers can be read', async () => {
    const services = await openTestServices(tempFolder())
    const { paperId } = await meetingWith(services, '柳溪镇反馈会', '整改是政治任务。')
    const { backups } = await services.call('backup.make', {})
    expect(backups[0]).toMatchObject({ where: 'own', reason: 'manual', sealed: false, check: 'whole' })
    expect(backups[0]?.size).toBeGreaterThan(10_000)
    const id = backups[0]?.id ?? ''
    expect(await services.call('backup.check', { id, password: null })).toEqual({ check: 'good' })
    expect((await services.call('backup.status', {})).backups.find((one) => one.id === id)?.check).toBe('good')
    const opened = await services.call('backup.open', { id, password: null })
    expect(opened.meetings.map(({ title }) => title)).toContain('柳溪镇反馈会')
    expect(await services.call('backup.paper', { source: opened.source, paperId })).toEqual({
      title: '讲话',
      text: '讲话\n整改是政治任务。',
    })
    await services.close()
  })

  test('takes the place of the library, which is backed up first', async () => {
    const dataDir = tempFolder()
    const services = await openTestServices(dataDir)
    await meetingWith(services, '原来的', '一。')
    await services.call('backup.make', {})
    const before = await newest(services, 'manual')
    await meetingWith(services, '后来的', '二。')
    const { source } = await services.call('backup.open', { id: before, password: null })
    expect(await services.call('backup.replace', { source })).toMatchObject({ kind: 'open', damaged: false })
    expect(await titles(services)).toEqual(['原来的'])
    const kept = await services.call('backup.open', { id: await newest(services, 'restore'), password: null })
    expect(kept.meetings.map(({ title }) => title)).toEqual(expect.arrayContaining(['原来的', '后来的']))
    expect(existsSync(join(dataDir, 'damaged'))).toBe(false)
    await services.close()
    const again = await openTestServices(dataDir)
    expect(await titles(again)).toEqual(['原来的'])
    expect(readdirSync(join(dataDir, 'opened-backups'))).toEqual([])
    await again.close()
  })

  test('gives single meetings back beside what is there, whole and under new ids', async () => {
    const services = await openTestServices(tempFolder())
    const { id, paperId } = await meetingWith(services, '甲镇', '旧的话。')
    await services.call('people.save', {
      meetingId: id,
      revision: 1,
      people: [{ name: '林知远', post: '书记', organization: '' }],
    })
    await services.call('revision.name', { paperId, name: '送审稿' })
    await services.call('point.decide', {
      paperId,
      decision: { point: 'R1', state: 'confirmed', reason: '', evidence: '' },
    })
    await meetingWith(services, '乙镇', '别的。')
    await services.call('backup.make', {})
    const opened = await services.call('backup.open', { id: await newest(services, 'manual'), password: null })
    const { meetings } = await services.call('backup.take', { source: opened.source, meetingIds: [id] })
    expect(meetings).toHaveLength(1)
    expect(meetings[0]).not.toBe(id)
    const copy = await services.call('meeting.get', { id: meetings[0] ?? '' })
    expect(copy.title).toBe('甲镇（从备份取回）')
    expect(copy.people.map(({ name }) => name)).toEqual(['林知远'])
    const copyPaper = await services.call('paper.get', { id: copy.papers[0]?.id ?? '' })
    expect(copyPaper.body).toBe(paperBody('讲话', '旧的话。'))
    expect(copyPaper.decisions).toMatchObject([{ point: 'R1' }])
    const versions = await services.call('revision.list', { paperId: copyPaper.id })
    expect(versions.map(({ name }) => name)).toContain('送审稿')
    expect(await titles(services)).toHaveLength(3)
    await services.close()
  })

  test('that is damaged is shown as damaged, and not taken', async () => {
    const dataDir = tempFolder()
    const services = await openTestServices(dataDir)
    await services.call('backup.make', {})
    const id = await newest(services, 'manual')
    const path = join(dataDir, 'backups', id.slice('own/'.length))
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, bytes.length - 5000))
    expect((await services.call('backup.status', {})).backups.find((one) => one.id === id)?.check).toBe('damaged')
    expect(await services.dispatch('backup.open', { id, password: null })).toMatchObject({ code: 'damaged' })
    writeFileSync(path, bytes.fill(0x5a, 4096, 8192))
    expect(await services.call('backup.check', { id, password: null })).toEqual({ check: 'damaged' })
    expect(await services.dispatch('backup.open', { id: 'own/../huibei.db', password: null })).toMatchObject({
      code: 'not-found',
    })
    await services.close()
  })
})

describe('the second folder', { timeout: 90_000 }, () => {
  test('is chosen by walking, gets every backup, and is not made up when the stick is gone', async () => {
    const home = tempFolder()
    vi.stubEnv('HOME', home)
    const stick = join(home, '优盘')
    mkdirSync(stick)
    const services = await openTestServices(tempFolder())
    // Behind the one of the day, which the sample meeting set off.
    await services.call('backup.make', {})
    const placeId = await placeOf(services, '优盘')
    const chosen = await services.call('backup.chooseFolder', { placeId })
    expect(chosen.folder).toEqual({ name: '优盘/会备备份', present: true, last: null, problem: null })
    const made = await services.call('backup.make', {})
    expect(made.folder?.last).not.toBeNull()
    expect(made.backups.filter(({ where }) => where === 'chosen')).toHaveLength(1)
    rmSync(stick, { recursive: true })
    const gone = await services.call('backup.make', {})
    expect(gone.folder).toMatchObject({ present: false, problem: 'folder-missing' })
    expect(existsSync(stick)).toBe(false)
    expect(gone.backups.filter(({ where }) => where === 'own').length).toBeGreaterThan(1)
    await services.close()
    vi.unstubAllEnvs()
  })

  test('may be locked; a new password leaves the older copies to the older one', async () => {
    const home = tempFolder()
    vi.stubEnv('HOME', home)
    const services = await openTestServices(tempFolder())
    mkdirSync(join(home, 'disk'))
    await services.call('backup.chooseFolder', { placeId: await placeOf(services, 'disk') })
    const make = async (password: string) => {
      await services.call('backup.setPassword', { password })
      return (await services.call('backup.make', {})).backups.find(({ where }) => where === 'chosen')?.id ?? ''
    }
    const older = await make('first-password')
    const newer = await make('第二个密码词')
    const codes = async (id: string, password: string | null) => {
      const result = await services.dispatch('backup.open', { id, password })
      return result.ok ? 'open' : result.code
    }
    expect(await codes(older, 'first-password')).toBe('open')
    expect(await codes(older, '第二个密码词')).toBe('wrong-password')
    expect(await codes(newer, '第二个密码词')).toBe('open')
    expect(await codes(newer, null)).toBe('wrong-password')
    expect(await services.call('backup.check', { id: older, password: 'first-password' })).toEqual({ check: 'good' })
    await services.close()
    vi.unstubAllEnvs()
  })
})

describe('a damaged library', { timeout: 90_000 }, () => {
  async function damagedFolder() {
    const dataDir = tempFolder()
    const services = await openTestServices(dataDir)
    await meetingWith(services, '要紧的会', '要紧的话。')
    await services.call('backup.make', {})
    await meetingWith(services, '最后写的', '还没有备份的话。')
    await services.close()
    for (const name of readdirSync(join(dataDir, 'backups')))
      if (name.includes('exit')) rmSync(join(dataDir, 'backups', name))
    const path = join(dataDir, 'huibei.db')
    const damaged = readFileSync(path).fill(0xaa, 0, 4096)
    writeFileSync(path, damaged)
    return { dataDir, damaged }
  }

  test('lets the program come up; a backup takes its place and the file is kept whole', async () => {
    const { dataDir, damaged } = await damagedFolder()
    const services = await openTestServices(dataDir)
    expect(await services.call('library.state', {})).toMatchObject({ kind: 'closed', code: 'damaged' })
    expect(await services.dispatch('meeting.list', {})).toMatchObject({ code: 'damaged' })
    expect(readFileSync(join(dataDir, 'huibei.db')).equals(damaged)).toBe(true)
    const { source } = await services.call('backup.open', { id: await newest(services), password: null })
    expect(await services.call('backup.replace', { source })).toMatchObject({ kind: 'open' })
    expect(await titles(services)).toEqual(['要紧的会'])
    const [aside = ''] = readdirSync(join(dataDir, 'damaged'))
    expect(readFileSync(join(dataDir, 'damaged', aside, 'huibei.db')).equals(damaged)).toBe(true)
    await services.close()
  })

  test('gives up what can be read, which may take its place or be taken over beside', async () => {
    const { dataDir } = await damagedFolder()
    const services = await openTestServices(dataDir)
    const found = await services.call('backup.salvage', {})
    expect(found).toMatchObject({ meetings: 3, lost: 0 })
    const salvaged = await services.call('backup.open', { id: found.id, password: null })
    await services.call('backup.replace', { source: salvaged.source })
    expect((await titles(services)).sort()).toEqual(['最后写的', '要紧的会'])
    await services.close()
  })

  test('is noticed after a crash, without anybody waiting for it', async () => {
    const dataDir = tempFolder()
    const first = await openTestServices(dataDir)
    for (let number = 0; number < 30; number++) await meetingWith(first, `会${number}`, '整改。'.repeat(2000))
    await first.close()
    const path = join(dataDir, 'huibei.db')
    const bytes = readFileSync(path)
    // Pages in the middle: nothing that a start reads.
    for (let page = 60; (page + 1) * 4096 < bytes.length; page += 40) bytes.fill(0x5a, page * 4096, (page + 1) * 4096)
    writeFileSync(path, bytes)
    writeFileSync(`${path}-wal`, Buffer.alloc(32))
    const services = await openTestServices(dataDir)
    const told = vi.fn()
    services.events.listen(({ name }) => name === 'library.changed' && told())
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000)
    expect(await services.call('library.state', {})).toMatchObject({ kind: 'open', damaged: true })
    await services.close()
  })

  test('of a newer program is left alone, and said to be so', async () => {
    const dataDir = tempFolder()
    await (await openTestServices(dataDir)).close()
    const path = join(dataDir, 'huibei.db')
    const bytes = readFileSync(path)
    bytes.writeUInt32BE(99_990, 60)
    writeFileSync(path, bytes)
    const services = await openTestServices(dataDir)
    expect(await services.call('library.state', {})).toMatchObject({ kind: 'closed', code: 'too-new' })
    await services.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })
})

test('a folder that cannot be read says so', async () => {
  const gone = join(tempFolder(), 'gone')
  const places = createPlaces(() => [{ name: '外接盘', path: gone }])
  const list = places.handlers['place.list']
  const { places: begin } = await list({ id: null })
  expect(() => list({ id: begin[0]?.id ?? '' })).toThrow('folder-missing')
})

test('what was sealed elsewhere with another cost opens too', { timeout: 90_000 }, async () => {
  const dataDir = tempFolder()
  const services = await openTestServices(dataDir)
  await services.call('backup.make', {})
  const id = await newest(services, 'manual')
  const path = join(dataDir, 'backups', id.slice('own/'.length))
  sealFile(path, path.replace('.db', '.sealed'), passwordKey('密码密码', { N: 1024, r: 8, p: 1 }))
  const sealed = id.replace('.db', '.sealed')
  expect(await services.dispatch('backup.open', { id: sealed, password: '密码密码' })).toMatchObject({ ok: true })
  await services.close()
})
