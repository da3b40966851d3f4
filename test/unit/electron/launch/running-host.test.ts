import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announceHost, askForCode, findRunningHost, withdrawHost } from '../../../../electron/launch/running-host.ts'

let folder = ''
let server: Server | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-running-'))
})
afterEach(() => {
  server?.close()
  server?.closeAllConnections()
  server = undefined
  rmSync(folder, { recursive: true })
})

describe('word of a running host', () => {
  test('is found, replaced and withdrawn', () => {
    expect(findRunningHost(folder)).toBeNull()
    announceHost(folder, { port: 1, token: 'a' })
    announceHost(folder, { port: 2, token: 'b' })
    expect(findRunningHost(folder)).toEqual({ port: 2, token: 'b' })
    withdrawHost(folder)
    withdrawHost(folder)
    expect(findRunningHost(folder)).toBeNull()
  })

  test.skipIf(process.platform === 'win32')('is for its user alone', () => {
    announceHost(folder, { port: 1, token: 'a' })
    expect(statSync(join(folder, 'running.json')).mode & 0o077).toBe(0)
  })

  test.each(['', '{', 'null', '7', '{"port":"1","token":"a"}', '{"port":1}', '{"port":1.5,"token":"a"}'])(
    'that is damaged counts as none: %s',
    (text) => {
      writeFileSync(join(folder, 'running.json'), text)
      expect(findRunningHost(folder)).toBeNull()
    },
  )
})

describe('asking for a code', () => {
  async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
    const started = createServer(answer)
    server = started
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
    return (started.address() as AddressInfo).port
  }

  test('takes the code of a host that knows the token', async () => {
    const port = await serve((request, response) => {
      const known = request.headers.authorization === 'Bearer secret'
      response.writeHead(known ? 200 : 401).end('{"code":"abc"}')
    })
    expect(await askForCode({ port, token: 'secret' })).toBe('abc')
    expect(await askForCode({ port, token: 'other' })).toBeNull()
  })

  test.each(['', 'not json', '{"code":7}', 'null', 'x'.repeat(5000)])(
    'takes nothing from a stranger that says %s',
    async (text) => {
      const port = await serve((_request, response) => response.end(text))
      expect(await askForCode({ port, token: 'secret' })).toBeNull()
    },
  )

  test('gives up on a silent one, and on none', async () => {
    const port = await serve(() => undefined)
    expect(await askForCode({ port, token: 'secret' }, 50)).toBeNull()
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    expect(await askForCode({ port, token: 'secret' }, 50)).toBeNull()
  })
})
