import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, it, type TestContext } from 'vitest'
import { browserArguments } from '../../../electron/launch/app-window.ts'
import { startLoopbackHost } from '../../../electron/node-host.ts'
import { buildRenderer } from '../browser.ts'
import { requires } from '../requires.ts'
import { walkOffline } from './offline-walk.ts'

const WORKER = join(import.meta.dirname, 'offline-walk.ts')

/**
 * What Chromium asks its maker of its own accord, with every switch that exists; no file of ours names such a host
 * (addresses.test.ts). In the program's window it goes to a closed port of this machine (offline.test.ts); Electron has
 * no such services.
 */
const OF_THE_BROWSER = /^(?:CONNECT |[A-Z]+ http:\/\/)[\w.-]+\.(?:google|googleapis|gvt1)\.com[:/]/

/** How a process gets a network of its own: as root, or as an ordinary user where the system allows it. */
function namespaceCommand(context: Pick<TestContext, 'skip'>): string[] {
  const ways = [
    ['unshare', '--net'],
    ['unshare', '--net', '--map-root-user'],
  ]
  const way = ways.find(
    ([program = '', ...args]) => spawnSync(program, [...args, 'ip', 'link', 'set', 'lo', 'up']).status === 0,
  )
  if (!way) context.skip('needs the right to make a network namespace (root, or unprivileged user namespaces)')
  return way ?? []
}

function run(command: string[], env: Record<string, string>): Promise<{ status: number | null; output: string }> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })))
}

it('everything works where there is no network at all but loopback', async (context) => {
  const { chromium: browser } = requires(context, 'chromium')
  const namespace = namespaceCommand(context)
  const rendererDir = await buildRenderer()
  const walk = `ip link set lo up && exec "$0" "$1"`
  const { status, output } = await run([...namespace, 'sh', '-c', walk, process.execPath, WORKER], {
    CHROME_PATH: browser,
    RENDERER: rendererDir,
  })
  expect(output).toContain('interfaces: lo')
  expect(output).toContain('outside: ENETUNREACH')
  expect(output).toContain('walk: done')
  expect(status, output).toBe(0)
})

it('nothing asks a proxy that would write it down', async (context) => {
  const { chromium: executablePath } = requires(context, 'chromium')
  const asked: string[] = []
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (bytes) => {
      asked.push(bytes.toString('latin1').split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  context.onTestFinished(() => new Promise<void>((resolve) => void proxy.close(() => resolve())))
  const address = proxy.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-proxy-'))
  const host = await startLoopbackHost({ dataDir, rendererDir: await buildRenderer(), log: () => undefined })
  context.onTestFinished(async () => {
    await host.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  // As the program calls it, but for the proxy: a browser that is left to itself asks its maker about every form.
  const asProgram = browserArguments({ browser: executablePath, address: host.address, profile: dataDir }, false, true)
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...asProgram.filter((argument) => !/^--(?:app|user-data-dir|proxy-.*|component-updater)=/.test(argument)),
      '--disable-gpu',
      `--proxy-server=http://127.0.0.1:${port}`,
      // Not even loopback goes past it, but for our own host.
      `--proxy-bypass-list=<-loopback>;127.0.0.1:${host.port}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  context.onTestFinished(() => browser.close())
  await walkOffline(browser, host.address)
  expect(asked.filter((line) => !OF_THE_BROWSER.test(line))).toEqual([])
  // The proxy does see whoever asks: a page that asks for something else.
  const page = await browser.newPage()
  await page.goto('http://elsewhere.invalid/').catch(() => undefined)
  expect(asked.join('\n')).toContain('elsewhere.invalid')
})
