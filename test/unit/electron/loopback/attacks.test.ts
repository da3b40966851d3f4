import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoopbackHost, startLoopbackHost } from '../../../../electron/node-host.ts'
import { post } from '../../../contract/http-client.ts'
import { rawRequest, requestText, statusOf } from './raw-request.ts'

const BODY_LIMIT = 200_000
const folder = mkdtempSync(join(tmpdir(), 'huibei-attacks-'))
const logged: string[] = []
let host: LoopbackHost

beforeAll(async () => {
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>会备</title>')
  writeFileSync(join(rendererDir, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(rendererDir, 'assets', 'main.js.map'), '{}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  const log = (message: string) => logged.push(message)
  const limits = { body: BODY_LIMIT, request: 1500, headers: 1000 }
  host = await startLoopbackHost({ dataDir: join(folder, 'data'), rendererDir, log, limits })
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

const call = JSON.stringify({ name: 'host.info', input: {} })

/** The headers of our own page; each attack changes one. */
const ownHeaders = (): Record<string, string> => ({
  Host: `127.0.0.1:${host.port}`,
  Origin: `http://127.0.0.1:${host.port}`,
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/json',
  Authorization: `Bearer ${host.token}`,
  Connection: 'close',
})

function callWith(change: Record<string, string | undefined>, firstLine = 'POST /api/call'): Promise<string> {
  const headers = Object.entries({ ...ownHeaders(), 'Content-Length': String(Buffer.byteLength(call)), ...change })
  const sent = Object.fromEntries(headers.filter((entry): entry is [string, string] => entry[1] !== undefined))
  return rawRequest(host.port, requestText(firstLine, sent, call))
}

const alive = async () => {
  const response = await post(host, '/api/call', { name: 'host.info', input: {} })
  expect(await response.json()).toMatchObject({ ok: true, value: { kind: 'loopback' } })
}

describe('the loopback host', () => {
  test('answers its own page', async () => {
    expect(statusOf(await callWith({}))).toBe(200)
  })

  test.each<[string, Record<string, string | undefined>, number]>([
    ['no token', { Authorization: undefined }, 401],
    ['an empty token', { Authorization: 'Bearer ' }, 401],
    ['a wrong token', { Authorization: `Bearer ${'A'.repeat(43)}` }, 401],
    ['a token of another scheme', { Authorization: 'Basic QWxhZGRpbjpvcGVu' }, 401],
    ['a very long token', { Authorization: `Bearer ${'A'.repeat(5000)}` }, 401],
    ['a token in a cookie only', { Authorization: undefined, Cookie: 'token=x' }, 401],
    ['the name of another site (DNS rebinding)', { Host: 'evil.example' }, 403],
    ['localhost', { Host: 'localhost:80' }, 403],
    ['another port', { Host: '127.0.0.1:1' }, 403],
    ['the origin of another site', { Origin: 'http://evil.example' }, 403],
    ['the origin of another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['the opaque origin', { Origin: 'null' }, 403],
    ['no origin', { Origin: undefined }, 403],
    ['a fetch from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a fetch from another port', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a request from the address bar', { 'Sec-Fetch-Site': 'none' }, 403],
    ['no word of where it comes from', { 'Sec-Fetch-Site': undefined }, 403],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', { 'Content-Type': 'text/plain' }, 415],
    ['no content type', { 'Content-Type': undefined }, 415],
    ['a compressed body', { 'Content-Encoding': 'gzip' }, 415],
  ])('refuses %s', async (_name, change, status) => {
    const answer = await callWith(change)
    expect(statusOf(answer)).toBe(status)
    expect(answer).not.toContain('loopback')
    expect(answer.toLowerCase()).not.toContain('access-control-allow')
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s on the interface', async (method) => {
    expect(statusOf(await callWith({}, `${method} /api/call`))).toBe(405)
  })

  test('refuses a token that is nearly right', async () => {
    const { token } = host
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
    for (const wrong of [token.slice(0, -1), `${token}A`, changed, token.toLowerCase() + token.toUpperCase()])
      expect(statusOf(await callWith({ Authorization: `Bearer ${wrong}` }))).toBe(401)
  })

  test('does not let two Host headers through', async () => {
    const headers = requestText('POST /api/call', ownHeaders()).replace('Host:', 'Host: evil.example\r\nHost:')
    expect(statusOf(await rawRequest(host.port, headers))).not.toBe(200)
  })

  test('gives its token for a fresh code, once, and for nothing else', async () => {
    const claim = async (code: string) => {
      const response = await post(host, '/api/claim', { code }, { headers: { authorization: '' } })
      return [response.status, ((await response.json()) as { token?: string }).token]
    }
    const code = host.issueCode()
    expect(await claim(code)).toEqual([200, host.token])
    expect(await claim(code)).toEqual([401, undefined])
    for (const wrong of ['', 'A'.repeat(43), host.token, '__proto__']) expect((await claim(wrong))[1]).toBeUndefined()
    const strange = { authorization: '', origin: 'http://evil.example' }
    expect((await post(host, '/api/claim', { code: host.issueCode() }, { headers: strange })).status).toBe(403)
    expect((await post(host, '/api/code', {}, { headers: { authorization: '' } })).status).toBe(401)
    expect((await post(host, '/api/claim', { code: 'x'.repeat(100_000) })).status).toBe(413)
  })

  test('takes a file to be opened from a second start of its own, and from nobody else', async () => {
    const file = { fileName: '会议.huibei', bytes: 'QQ==' }
    const taken = async () => {
      const answer = await (await post(host, '/api/call', { name: 'transfer.offered', input: {} })).json()
      return (answer as { value: { file: unknown } }).value.file
    }
    const stranger = { headers: { authorization: '' } }
    expect((await post(host, '/api/offer', file, stranger)).status).toBe(401)
    expect((await post(host, '/api/offer', file, { headers: { origin: 'http://evil.example' } })).status).toBe(403)
    for (const wrong of [{}, { ...file, bytes: '<script>' }, { ...file, fileName: 'x'.repeat(201) }, null])
      expect((await post(host, '/api/offer', wrong)).status).toBe(400)
    expect(await taken()).toBeNull()
    expect((await post(host, '/api/offer', file)).status).toBe(200)
    expect([await taken(), await taken()]).toEqual([file, null])
  })

  test('serves the files of its page with strict headers, and no other', async () => {
    const page = await fetch(`http://127.0.0.1:${host.port}/`)
    expect(await page.text()).toContain('会备')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('set-cookie')).toBeNull()
    const script = await fetch(`http://127.0.0.1:${host.port}/assets/main.js?v=1`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await fetch(`http://127.0.0.1:${host.port}/assets/main.js.map`)).status).toBe(404)
  })

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..\\secret.html',
    '//etc/passwd',
    '/etc/passwd',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html%00.js',
    '/__proto__',
    '/constructor',
    'http://evil.example/index.html',
    '*',
  ])('has no file at %s', async (path) => {
    const answer = await rawRequest(
      host.port,
      requestText(`GET ${path}`, { Host: `127.0.0.1:${host.port}`, Connection: 'close' }),
    )
    expect([400, 404]).toContain(statusOf(answer))
    expect(answer).not.toContain('secret')
    expect(answer).not.toContain('root:')
  })

  test('gives its page to no other site', async () => {
    const headers = { Host: `127.0.0.1:${host.port}`, 'Sec-Fetch-Site': 'cross-site', Connection: 'close' }
    expect(statusOf(await rawRequest(host.port, requestText('GET /', headers)))).toBe(403)
    const rebound = { Host: 'evil.example', Connection: 'close' }
    expect(statusOf(await rawRequest(host.port, requestText('GET /', rebound)))).toBe(403)
  })

  test.each(['', '{', '[]', '"text"', '{"name":1}', '{"input":{}}', '\u0000', '{"name":"host.info","input":'])(
    'refuses the body %j',
    async (body) => {
      expect((await post(host, '/api/call', body)).status).toBe(400)
      await alive()
    },
  )

  test('refuses a body that says it is too large before reading it', async () => {
    const answer = await callWith({ 'Content-Length': String(BODY_LIMIT + 1) })
    expect(statusOf(answer)).toBe(413)
    await alive()
  })

  test('stops reading a body that turns out to be too large', async () => {
    const head = requestText('POST /api/call', { ...ownHeaders(), 'Transfer-Encoding': 'chunked' })
    const chunk = 'x'.repeat(65_536)
    const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(10)
    expect(statusOf(await rawRequest(host.port, head + chunks))).toBe(413)
    await alive()
  })

  test.each([
    ['a head', 'POST /api/call HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
    ['nothing', ' '],
  ])('ends a connection that sends %s and then falls silent', async (_name, start) => {
    const began = performance.now()
    await rawRequest(host.port, start)
    expect(performance.now() - began).toBeLessThan(6000)
    await alive()
  })

  test('ends a connection whose body never comes', async () => {
    const began = performance.now()
    const headers = { ...ownHeaders(), 'Content-Length': '1000' }
    const answer = await rawRequest(host.port, requestText('POST /api/call', headers, '{"name":'))
    expect(statusOf(answer)).toBe(400)
    expect(performance.now() - began).toBeLessThan(6000)
    await alive()
  })

  test('does not switch protocols or open tunnels', async () => {
    const upgrade = { ...ownHeaders(), Connection: 'Upgrade', Upgrade: 'websocket' }
    expect(statusOf(await rawRequest(host.port, requestText('GET /', upgrade)))).not.toBe(101)
    const tunnel = { Host: 'evil.example:443' }
    expect(statusOf(await rawRequest(host.port, requestText('CONNECT evil.example:443', tunnel)))).not.toBe(200)
    await alive()
  })

  test('is not to be reached from outside this machine', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
    // 127.0.0.2 is this machine too, and not the address the host listens on.
    for (const address of [outside, process.platform === 'linux' ? '127.0.0.2' : undefined]) {
      if (address === undefined) continue
      const reached = await new Promise((resolve) => {
        const socket = connect(host.port, address)
        socket.on('connect', () => resolve(true))
        socket.on('error', () => resolve(false))
      })
      expect(reached).toBe(false)
    }
  })

  test('survives 500 requests of random bytes', async () => {
    let state = 20_261_123
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const pieces = [
      'POST ',
      'GET ',
      '/api/call',
      '/api/events',
      '/',
      ' HTTP/1.1\r\n',
      ' HTTP/9.9\r\n',
      '\r\n',
      ': ',
      '%',
    ]
    pieces.push(...Object.entries(ownHeaders()).map(([name, value]) => `${name}: ${value}\r\n`), '\u0000', '{"name":')
    pieces.push('Content-Length: -5\r\n', 'Transfer-Encoding: chunked\r\n', 'Content-Length: 99999999999\r\n', call)
    for (let batch = 0; batch < 25; batch++) {
      await Promise.all(
        Array.from({ length: 20 }, () => {
          const text = Array.from({ length: 1 + random(20) }, () => pieces[random(pieces.length)]).join('')
          const bytes = Buffer.from(text, 'latin1')
          if (random(3) === 0) bytes.fill(random(256), random(bytes.length), bytes.length)
          return endedRequest(host.port, bytes)
        }),
      )
      await alive()
    }
  })

  test('has logged no attack as a fault of its own', () => {
    expect(logged.filter((line) => line.includes('broke'))).toEqual([])
  })
})

/** Sends bytes and ends, so that the host need not wait for more. */
function endedRequest(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.resume()
  })
}
