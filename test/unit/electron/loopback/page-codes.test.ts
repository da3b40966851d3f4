import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPageCodes } from '../../../../electron/loopback/page-codes.ts'
import { connectionOwner } from '../../../../electron/loopback/peer-user.ts'
import { type LoopbackHost, startLoopbackHost } from '../../../../electron/node-host.ts'

describe('a code', () => {
  test('opens one page once', () => {
    const codes = createPageCodes(1000, () => 0)
    const code = codes.issue()
    expect([codes.claim(code), codes.claim(code)]).toEqual([true, false])
  })

  test('is good until its time is over', () => {
    let now = 0
    const codes = createPageCodes(1000, () => now)
    const [early, late] = [codes.issue(), codes.issue()]
    now = 1000
    expect(codes.claim(early)).toBe(true)
    now = 1001
    expect(codes.claim(late)).toBe(false)
  })

  test('cannot be guessed, and no two are alike', () => {
    const codes = createPageCodes(1000, () => 0)
    const issued = Array.from({ length: 50 }, codes.issue)
    expect(new Set(issued).size).toBe(50)
    expect(issued.every((code) => /^[\w-]{43}$/.test(code))).toBe(true)
    for (const guess of ['', 'constructor', '__proto__', 'a'.repeat(43)]) expect(codes.claim(guess)).toBe(false)
  })
})

test('the kernel’s table tells whose connection it is', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1
   1: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 2
   2: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 3
`
  expect(connectionOwner(table, 0xc001, 0x1f90)).toBe(1001)
  expect(connectionOwner(table, 0xc002, 0x1f90)).toBeNull()
  expect(connectionOwner('', 1, 2)).toBeNull()
})

describe('claiming at the host', () => {
  let folder = ''
  let host: LoopbackHost
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huibei-codes-'))
    writeFileSync(join(folder, 'index.html'), '')
    host = await startLoopbackHost({ dataDir: join(folder, 'data'), rendererDir: folder, log: () => undefined })
  })
  afterEach(async () => {
    await host.close()
    rmSync(folder, { recursive: true })
  })

  const own = () => ({
    origin: `http://127.0.0.1:${host.port}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  })
  const send = (path: string, headers: Record<string, string>, body: string, method = 'POST') =>
    fetch(`http://127.0.0.1:${host.port}${path}`, { method, headers, body })
  const claim = (code: string, headers = own()) => send('/api/claim', headers, JSON.stringify({ code }))

  test('gives the token for a good code, and nothing for the same once more', async () => {
    const code = host.issueCode()
    const first = await claim(code)
    expect([first.status, await first.json()]).toEqual([200, { token: host.token }])
    const second = await claim(code)
    expect([second.status, await second.json()]).toEqual([401, { ok: false, code: 'unauthorised' }])
  })

  test.each([
    ['another site', { origin: 'https://example.org' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'text/plain' }],
  ])('a good code from %s gets nothing, and stays good', async (_name, headers) => {
    const code = host.issueCode()
    const refused = await claim(code, { ...own(), ...headers })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await refused.text()).not.toContain(host.token)
    expect((await claim(code)).status).toBe(200)
  })

  test.each(['', 'null', '{}', '{"code":7}', `{"code":"${'x'.repeat(2000)}"}`, '['])('%s is refused', async (body) => {
    expect((await send('/api/claim', own(), body)).status).toBeGreaterThanOrEqual(400)
  })

  test('only who has the token may ask for another code', async () => {
    expect((await send('/api/code', own(), '{}')).status).toBe(401)
    const answer = await send('/api/code', { ...own(), authorization: `Bearer ${host.token}` }, '{}')
    const { code } = (await answer.json()) as { code: string }
    expect((await claim(code)).status).toBe(200)
  })

  // Needs the right to become somebody else; on Linux alone a command line is everybody's to read.
  const asNobody = process.platform === 'linux' && process.getuid?.() === 0
  test(`another user who read the code gets nothing${asNobody ? '' : ' (tried as root only)'}`, async () => {
    if (!asNobody) return
    const code = host.issueCode()
    const body = JSON.stringify({ code })
    const head = Object.entries({ ...own(), host: `127.0.0.1:${host.port}`, 'content-length': body.length })
    const request = ['POST /api/claim HTTP/1.1', ...head.map((pair) => pair.join(': ')), '', body].join('\r\n')
    const script = `exec 3<>/dev/tcp/127.0.0.1/${host.port}; printf '%s' "$0" >&3; head -n 1 <&3`
    const asOther = { uid: 65534, gid: 65534, cwd: '/' }
    const { stdout } = await promisify(execFile)('/bin/bash', ['-c', script, request], asOther)
    expect(stdout).toMatch(/^HTTP\/1.1 401 /)
    expect((await claim(code)).status).toBe(200)
  })
})
