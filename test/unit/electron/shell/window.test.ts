import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeElectron, type FakeElectron, type FakeSettings } from './fake-electron.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-window-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function opened(settings: FakeSettings = {}) {
  const fake: FakeElectron = createFakeElectron(settings)
  vi.resetModules()
  vi.doMock('electron', () => fake.module)
  const { openWindow } = await import('../../../../electron/shell/window.ts')
  const lines: string[] = []
  openWindow({
    preload: '/p/preload.cjs',
    stateFile: join(folder, 'window.json'),
    dark: false,
    log: (line) => lines.push(line),
  })
  const [window] = fake.windows
  if (!window) throw new Error('no window')
  return { fake, window, lines }
}

test('a page runs in the sandbox, without Node, apart from the preload', async () => {
  const { window } = await opened({ packaged: true })
  expect(window.options.webPreferences).toEqual({
    preload: '/p/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})

test('it loads the program’s own page and shows it when it has painted', async () => {
  const { window } = await opened()
  expect(window.loaded).toEqual(['app://huibei/index.html'])
  expect([window.options.show, window.shown]).toEqual([false, 0])
  window.emit('ready-to-show')
  expect(window.shown).toBe(1)
})

test('it remembers where it stood', async () => {
  const { window } = await opened()
  window.emit('close')
  expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
    x: 10,
    y: 20,
    width: 1000,
    height: 700,
    maximized: false,
  })
})

describe('a page that broke', () => {
  const soon = () => new Promise((resolve) => setImmediate(resolve))

  test('is opened again when the user wants it', async () => {
    const { fake, window, lines } = await opened({ answers: [0] })
    window.contents.emit('render-process-gone', {}, { reason: 'crashed' })
    await soon()
    expect(fake.boxes[0]?.message).toMatch(/出错/)
    expect([window.contents.reloads, window.contents.crashes]).toEqual([1, 0])
    expect(lines).toEqual(['renderer gone: crashed'])
  })

  test('is left alone when it hangs and the user waits', async () => {
    const { window } = await opened({ answers: [1] })
    window.emit('unresponsive')
    await soon()
    expect([window.contents.reloads, window.contents.crashes]).toEqual([0, 0])
  })

  test('is stopped first when it hangs and the user gave up; asked once, not twice', async () => {
    const { fake, window } = await opened({ answers: [0, 0] })
    window.emit('unresponsive')
    window.contents.emit('render-process-gone', {}, { reason: 'killed' })
    await soon()
    expect([window.contents.reloads, window.contents.crashes]).toEqual([1, 1])
    expect(fake.boxes).toHaveLength(1)
  })

  test('and one that simply ended is no matter', async () => {
    const { fake, window } = await opened()
    window.contents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    await soon()
    expect(fake.boxes).toEqual([])
  })
})
