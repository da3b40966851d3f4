import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { build, isBuilt } from '../../build/build.ts'
import { hasDisplay } from '../../electron/launch/choose-host.ts'
import { findElectron } from '../../electron/launch/electron-runtime.ts'
import type { EventMessage, EventName } from '../../shared/contract/events.ts'
import type { CommandResult } from '../../shared/contract/failures.ts'
import { checkedBackend } from '../contract/checked-backend.ts'
import { type OpenBackend, runContract } from '../contract/run-contract.ts'

const ROOT = join(import.meta.dirname, '../..')
const runtime = findElectron(join(ROOT, 'node_modules/electron'), process, {
  exists: existsSync,
  readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
})

/** The two functions of the preload, as the page has them. */
interface Door {
  call(name: string, input: unknown): Promise<CommandResult<unknown>>
  on(listener: (message: EventMessage) => void): () => void
}

interface Desktop {
  app: ElectronApplication
  page: Page
  dataDir: string
  close(): Promise<void>
}

async function startDesktop(executablePath: string): Promise<Desktop> {
  if (!isBuilt()) expect(build()).toBe(true)
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-electron-'))
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath,
    args: [...(root ? ['--no-sandbox'] : []), ROOT, '--data-dir', dataDir],
  })
  const page = await app.firstWindow()
  await page.getByText('示例').first().waitFor()
  return {
    app,
    page,
    dataDir,
    async close() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The page's own door, used from outside the page. */
async function openDoor(executablePath: string): Promise<OpenBackend> {
  const { page, close } = await startDesktop(executablePath)
  const listeners = new Map<EventName, Set<(data: never) => void>>()
  await page.exposeFunction('heard', ({ name, data }: EventMessage) => {
    for (const listener of listeners.get(name) ?? []) listener(data as never)
  })
  await page.evaluate(() => {
    const { huibei, heard } = window as unknown as { huibei: Door; heard(message: EventMessage): void }
    huibei.on(heard)
  })
  const call: Door['call'] = (name, input) =>
    page.evaluate(([command, given]) => (window as unknown as { huibei: Door }).huibei.call(command as string, given), [
      name,
      input,
    ] as const)
  const backend = checkedBackend(call, (name, listener) => {
    const all = listeners.get(name) ?? new Set()
    listeners.set(name, all.add(listener))
    return () => all.delete(listener)
  })
  return { backend, close }
}

if (runtime && hasDisplay(process.platform, process.env)) {
  runContract('Electron', () => openDoor(runtime))

  test('a page has no Node, no file system and no network', async () => {
    const { page, close } = await startDesktop(runtime)
    const found = await page.evaluate(async () => {
      const globals = ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window)
      const reach = (address: string) =>
        fetch(address).then(
          () => address,
          () => null,
        )
      const reached = await Promise.all(
        ['https://example.org/', 'http://127.0.0.1:80/', 'file:///etc/hosts'].map(reach),
      )
      return { globals, reached: reached.filter(Boolean), opened: window.open('https://example.org/') !== null }
    })
    expect(found).toEqual({ globals: [], reached: [], opened: false })
    await page.evaluate(() => {
      window.location.href = 'https://example.org/'
    })
    expect(page.url()).toMatch(/^app:\/\/huibei\//)
    await close()
  })

  test('the library is closed in order with the window', async () => {
    const { app, dataDir, close } = await startDesktop(runtime)
    const ended = new Promise((resolve) => app.process().on('exit', resolve))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    expect(await ended).toBe(0)
    expect(existsSync(join(dataDir, 'huibei.db-wal'))).toBe(false)
    await close().catch(() => undefined)
  })
} else {
  test('the desktop app in Electron', (context) => {
    const lacking = runtime ? 'a display' : 'the Electron runtime, which is a download of its own (docs/packaging.md)'
    context.skip(`needs ${lacking}`)
  })
}
