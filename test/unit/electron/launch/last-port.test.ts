import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastPort, rememberPort } from '../../../../electron/launch/last-port.ts'
import { type LoopbackHost, startLoopbackHost } from '../../../../electron/node-host.ts'

let folder = ''
let stranger: Server | undefined
let host: LoopbackHost | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-port-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html>')
})
afterEach(async () => {
  await host?.close()
  host = undefined
  await new Promise((resolve) => (stranger ? stranger.close(resolve) : resolve(null)))
  stranger = undefined
  rmSync(folder, { recursive: true, force: true })
})

const start = async (preferredPort: number | undefined) => {
  host = await startLoopbackHost({
    dataDir: join(folder, 'data'),
    rendererDir: join(folder, 'page'),
    preferredPort,
    log: () => undefined,
  })
  return host
}

test('a port is kept, and nonsense counts as none', () => {
  expect(lastPort(folder)).toBeUndefined()
  rememberPort(folder, 40_123)
  expect(lastPort(folder)).toBe(40_123)
  for (const text of ['', '80', '99999', '-1', '4e4', '40123;', '{}']) {
    writeFileSync(join(folder, 'window/port'), text)
    expect(lastPort(folder), text).toBeUndefined()
  }
})

test('a host comes back on the port it had, so that the copies a page kept are still its own', async () => {
  const first = await start(undefined)
  await first.close()
  expect((await start(first.port)).port).toBe(first.port)
})

test('a preferred port that is taken does not stop the start', async () => {
  const taken = createServer()
  stranger = taken
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const started = await start(port)
  expect(started.port).not.toBe(port)
  expect(started.port).toBeGreaterThan(0)
})
