import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lockLibrary } from '../../../../electron/store/library-lock.ts'
import { createFakeElectron, type FakeElectron, type FakeSettings } from './fake-electron.ts'

const EVENTS = ['uncaughtException', 'unhandledRejection'] as const
let dataDir = ''
let fake: FakeElectron
let argv: string[]
let listeners: Map<string, unknown[]>

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huibei-main-'))
  argv = process.argv
  listeners = new Map(EVENTS.map((event) => [event, process.listeners(event as never)]))
})
afterEach(() => {
  process.argv = argv
  for (const event of EVENTS)
    for (const listener of process.listeners(event as never))
      if (!listeners.get(event)?.includes(listener)) process.removeListener(event, listener as never)
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(settings: FakeSettings = {}, args = ['--data-dir', dataDir]): Promise<FakeElectron> {
  fake = createFakeElectron(settings)
  process.argv = ['electron', '.', ...args]
  vi.resetModules()
  vi.doMock('electron', () => fake.module)
  await import('../../../../electron/main.ts')
  return fake
}

const windowOpen = () => vi.waitFor(() => expect(fake.windows).toHaveLength(1))
const close = async () => {
  fake.emitApp('window-all-closed')
  expect(await fake.ended).toBe(0)
}

describe('a start', () => {
  test('opens one window on the library, and ends with it', async () => {
    await start()
    await windowOpen()
    expect(await fake.call('host.info', {})).toMatchObject({
      ok: true,
      value: { kind: 'electron', canSaveFiles: true },
    })
    expect(await fake.call('meeting.list', {})).toMatchObject({ ok: true, value: [{ sample: true }] })
    await close()
    // The library's lock is free again.
    lockLibrary(join(dataDir, 'huibei.lock')).release()
  })

  test('hardens the process before anything is ready', async () => {
    await start()
    await windowOpen()
    const before = fake.log.slice(0, fake.log.indexOf('ready'))
    expect(new Set(before)).toEqual(new Set(['single-instance', 'switch', 'sandbox', 'schemes']))
    expect(fake.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(fake.switches.get('disable-features')).toContain('Translate')
    for (const weak of [
      'no-sandbox',
      'disable-web-security',
      'ignore-certificate-errors',
      'remote-debugging-port',
      'enable-blink-features',
    ])
      expect(fake.switches.has(weak), weak).toBe(false)
    expect(fake.crashReporter).toEqual([{ uploadToServer: false }])
    await close()
  })

  test('guards the session and every page, and serves pages from the program’s own scheme', async () => {
    await start()
    await windowOpen()
    const { session, windows, handled, schemes } = fake
    expect(session.permissionRequest).toBeDefined()
    expect(session.permissionCheck).toBeDefined()
    expect(session.device).toBeDefined()
    expect(session.beforeRequest).toBeDefined()
    expect(windows[0]?.contents.windowOpen?.({} as never)).toEqual({ action: 'deny' })
    expect(schemes.map(({ scheme }) => scheme)).toEqual(['app'])
    expect([...handled.keys()]).toEqual(['app'])
    await close()
  })

  test('keeps everything of its own inside the data folder', async () => {
    await start()
    await windowOpen()
    expect(fake.paths.get('userData')).toBe(join(dataDir, 'window', 'electron'))
    await close()
  })

  test('tells the page what has changed', async () => {
    await start()
    await windowOpen()
    await fake.call('meeting.create', { title: '会', facts: {}, people: [], papers: [] })
    expect(fake.windows[0]?.contents.sent).toContainEqual(
      expect.objectContaining({ channel: 'event', message: expect.objectContaining({ name: 'meeting.changed' }) }),
    )
    await close()
  })

  test('saves a file where the user says', async () => {
    const saveTo = join(dataDir, '讲话.docx')
    await start({ saveTo })
    await windowOpen()
    const bytes = Buffer.from('docx').toString('base64')
    expect(await fake.call('file.save', { fileName: '讲话.docx', bytes })).toEqual({ ok: true, value: { saved: true } })
    expect(statSync(saveTo).size).toBe(4)
    await close()
  })
})

describe('what only the desktop can do', () => {
  test('saves what the window shows as a PDF where the user says', async () => {
    const saveTo = join(dataDir, '讲话.pdf')
    await start({ saveTo })
    await windowOpen()
    expect(await fake.call('host.info', {})).toMatchObject({ value: { canPrintToPdf: true } })
    expect(await fake.call('print.pdf', { fileName: '讲话' })).toEqual({ ok: true, value: { saved: true } })
    expect(readFileSync(saveTo, 'utf8')).toBe('%PDF-')
    await close()
  })

  test('writes papers into a chosen folder, beside what is there, and shows it', async () => {
    const folder = join(dataDir, '材料')
    mkdirSync(folder)
    writeFileSync(join(folder, '讲话.docx'), 'mine')
    await start({ folder })
    await windowOpen()
    const chosen = (await fake.call('folder.choose', {})) as { value: { folder: { id: string; name: string } } }
    expect(chosen.value.folder.name).toBe('材料')
    const folderId = chosen.value.folder.id
    const bytes = Buffer.from('docx').toString('base64')
    expect(await fake.call('folder.write', { folderId, fileName: '讲话.docx', bytes })).toMatchObject({
      value: { fileName: '讲话（2）.docx' },
    })
    expect(readdirSync(folder).sort()).toEqual(['讲话.docx', '讲话（2）.docx'])
    expect(readFileSync(join(folder, '讲话.docx'), 'utf8')).toBe('mine')
    await fake.call('folder.show', { folderId })
    expect(fake.opened).toEqual([folder])
    await close()
  })
})

describe('a second start', () => {
  test('ends at once and touches nothing', async () => {
    await start({ secondInstance: true })
    expect(await fake.ended).toBe(0)
    expect([fake.windows, existsSync(join(dataDir, 'huibei.lock'))]).toEqual([[], false])
  })

  test('brings the running window up', async () => {
    await start()
    await windowOpen()
    fake.emitApp('second-instance', {}, ['huibei'], '/')
    expect(fake.windows[0]?.shown).toBe(1)
    await close()
  })
})

describe('a file of ours', () => {
  const offered = async () => {
    const answer = (await fake.call('transfer.offered', {})) as { value: { file: { fileName: string } | null } }
    return answer.value.file?.fileName ?? null
  }
  const write = (name: string) => {
    writeFileSync(join(dataDir, name), 'meeting')
    return join(dataDir, name)
  }

  test('named on the command line comes to the page, once', async () => {
    await start({}, ['--data-dir', dataDir, write('甲.huibei')])
    await windowOpen()
    expect([await offered(), await offered()]).toEqual(['甲.huibei', null])
    await close()
  })

  test('that a second start was given comes to the running window, which is told of it', async () => {
    await start()
    await windowOpen()
    write('乙.huibei')
    fake.emitApp('second-instance', {}, ['huibei', '--some-switch', '乙.huibei'], dataDir)
    expect(fake.windows[0]?.contents.sent.map(({ message }) => message)).toContainEqual({
      name: 'transfer.offered',
      data: {},
    })
    expect(await offered()).toBe('乙.huibei')
    await close()
  })

  test('that macOS hands over, before anything is ready or later, is taken from it', async () => {
    const started = start()
    const prevented: string[] = []
    const open = (name: string) =>
      fake.emitApp('open-file', { preventDefault: () => prevented.push(name) }, write(name))
    await started
    open('丙.huibei')
    await windowOpen()
    expect(await offered()).toBe('丙.huibei')
    open('丁.huibei')
    expect([await offered(), prevented]).toEqual(['丁.huibei', ['丙.huibei', '丁.huibei']])
    await close()
  })

  test('that cannot be read is said so in Chinese', async () => {
    await start({}, ['--data-dir', dataDir, '没有.huibei'])
    await windowOpen()
    expect(fake.errorBoxes).toEqual([expect.stringMatching(/找不到“没有.huibei”/)])
    await close()
  })
})

describe('a start that cannot be', () => {
  test('says that the library is in use, and leaves', async () => {
    const lock = lockLibrary(join(dataDir, 'huibei.lock'))
    await start()
    expect(await fake.ended).toBe(1)
    expect(fake.boxes[0]?.message).toContain('正被另一个')
    expect(fake.windows).toEqual([])
    lock.release()
  })

  test('says what is wrong with its options', async () => {
    await start({}, ['--data-dir'])
    expect(await fake.ended).toBe(2)
    expect(fake.errorBoxes[0]).toContain('--data-dir 后面缺少内容')
  })
})
