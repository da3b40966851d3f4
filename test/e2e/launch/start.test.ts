import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { build, isBuilt } from '../../../build/build.ts'
import { createServices } from '../../../electron/services/create-services.ts'
import { lockLibrary } from '../../../electron/store/library-lock.ts'
import { requires } from '../requires.ts'
import { commandLinesOf, createPlace } from './program.ts'

beforeAll(() => {
  if (!isBuilt()) expect(build()).toBe(true)
})

let place: ReturnType<typeof createPlace>
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.remove())

const SCREEN = { DISPLAY: ':0' }
const SAMPLE = `document.body?.innerText.includes('示例')`
const word = () =>
  JSON.parse(readFileSync(join(place.dataDir, 'running.json'), 'utf8')) as { port: number; token: string }
const closedInOrder = () => {
  expect(existsSync(join(place.dataDir, 'running.json'))).toBe(false)
  // What is left of the write-ahead log would say that the library was not closed.
  expect(existsSync(join(place.dataDir, 'huibei.db-wal'))).toBe(false)
}

describe('in a window of the browser', () => {
  test('it shows the sample meeting, keeps its secret to itself, and ends with the window', async (context) => {
    const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium)
    const program = place.start([], { ...SCREEN, CHROME_PATH })
    await program.says(/^用浏览器打开窗口（.*）：没有 Electron 运行环境。$/m)
    const page = await place.lookInto()
    await page.until(SAMPLE)
    expect(await page.url()).not.toMatch(/code|token/)

    const { port, token } = word()
    const lines = commandLinesOf(place.dataDir).join('\n')
    const code = /#code=([\w-]+)/.exec(lines)?.[1] ?? ''
    expect(lines).not.toContain(token)
    // Whoever read the code there comes too late.
    const claim = await page.evaluate(`fetch('/api/claim', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"code":"${code}"}'
    }).then(({ status }) => status)`)
    expect([code.length, claim]).toEqual([43, 401])
    expect(new URL(await page.url()).port).toBe(String(port))

    await page.quit()
    expect(await program.ended).toBe(0)
    closedInOrder()
  })

  test('a reload does not end it, a browser that stays behind without a page does not keep it', async (context) => {
    const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium)
    const program = place.start([], { ...SCREEN, CHROME_PATH })
    const page = await place.lookInto()
    await page.until(SAMPLE)
    await page.evaluate('globalThis.before = true')
    await page.reload()
    await page.until(`!globalThis.before && ${SAMPLE}`)
    // Only a page that waits for events is known to have gone away.
    await page.until(`performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/api/events'))`)
    await page.close()
    expect(await program.ended).toBe(0)
    closedInOrder()
    await vi.waitFor(() => expect(commandLinesOf(place.dataDir)).toEqual([]), { timeout: 10_000 })
  })

  test('a library that another process has is said there too, and opens when it is free', async (context) => {
    const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium)
    mkdirSync(place.dataDir)
    const lock = lockLibrary(join(place.dataDir, 'huibei.lock'))
    const program = place.start([], { ...SCREEN, CHROME_PATH, TMPDIR: place.folder })
    await program.says(/资料库正被另一个窗口或程序使用。/)
    const profile = () => readdirSync(place.folder).find((name) => name.startsWith('huibei-window-')) ?? ''
    const page = await place.lookInto(() => join(place.folder, profile()))
    await page.until(`document.body?.innerText.includes('资料库正被另一个窗口或程序使用')`)
    expect(existsSync(join(place.dataDir, 'running.json'))).toBe(false)
    lock.release()
    // The button is greyed now and then while the page looks for backups: whoever waits presses it again.
    const again = `[...document.querySelectorAll('button:enabled')].find((one) => one.innerText.includes('再试一次'))`
    await page.until(`(${again}?.click(), ${SAMPLE})`)
    expect(word().port).toBe(Number(new URL(await page.url()).port))
    await page.quit()
    expect(await program.ended).toBe(0)
    closedInOrder()
    expect(profile()).toBe('')
  })

  test('a browser that cannot open one leaves an address instead', async () => {
    const CHROME_PATH = join(place.folder, 'broken')
    writeFileSync(CHROME_PATH, '#!/bin/sh\necho "cannot open display" >&2\nexit 1\n', { mode: 0o755 })
    const program = place.start([], { ...SCREEN, CHROME_PATH })
    await program.says(/浏览器窗口没有打开（cannot open display）/)
    const [, address = ''] = await program.says(/^(http:\S+)$/m)
    expect((await fetch(address)).status).toBe(200)
    program.process.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    closedInOrder()
  })
})

describe('where there is no screen', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'it serves, says where, and ends in order on %s',
    async (signal) => {
      const program = place.start([])
      await program.says(/^只提供网址：这里没有显示器/m)
      const [, address = ''] = await program.says(/^(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43})$/m)
      expect((await fetch(address)).status).toBe(200)
      program.process.kill(signal)
      // Terminals and service managers signal the whole group: the same signal comes again.
      program.process.kill(signal)
      expect(await program.ended).toBe(0)
      closedInOrder()
    },
  )

  test('it takes the port it is told, and says when it is taken', async () => {
    const first = createServer()
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve))
    const { port } = first.address() as AddressInfo
    const program = place.start(['--port', String(port)])
    expect(await program.ended).toBe(1)
    expect(program.output()).toContain(`端口 ${port} 已被别的程序占用。`)
    await new Promise((resolve) => first.close(resolve))
    const second = place.start(['--port', String(port)])
    await second.says(new RegExp(`^http://127.0.0.1:${port}/#`, 'm'))
  })
})

describe('started twice', () => {
  test('the second one opens the running one and ends', async () => {
    const first = place.start([])
    const [, port] = await first.says(/^http:\/\/127\.0\.0\.1:(\d+)\/#token=/m)
    const second = place.start([])
    expect(await second.ended).toBe(0)
    expect(second.output()).toMatch(new RegExp(`会备已经打开.*\\nhttp://127.0.0.1:${port}/#code=[\\w-]{43}\\n`))
    expect(second.output()).not.toContain(word().token)
    first.process.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  })

  test('both at the same moment: one serves, one opens it', async () => {
    const programs = [place.start([]), place.start([])]
    const loser = await Promise.race(programs.map(async (program) => ({ program, status: await program.ended })))
    expect(loser.status).toBe(0)
    expect(loser.program.output()).toContain('会备已经打开')
    const winner = programs.find((program) => program !== loser.program)
    await winner?.says(/#token=/)
  })

  test('after a crash nothing of the old one is in the way', async () => {
    const first = place.start([])
    await first.says(/#token=/)
    const old = word()
    first.process.kill('SIGKILL')
    await first.ended
    expect(word()).toEqual(old)
    const second = place.start([])
    const [, token] = await second.says(/#token=(\S+)/)
    expect(word().token).toBe(token)
    expect(token).not.toBe(old.token)
  })

  describe('with a stranger on the port of one that crashed', () => {
    let stranger: Server
    afterEach(() => stranger.close())

    test('the stranger is not taken for the program', async () => {
      stranger = createServer((_request, response) => response.writeHead(401).end('{}'))
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
      mkdirSync(place.dataDir)
      const { port } = stranger.address() as AddressInfo
      writeFileSync(join(place.dataDir, 'running.json'), JSON.stringify({ port, token: 'old' }))
      const lock = lockLibrary(join(place.dataDir, 'huibei.lock'))
      const program = place.start([])
      expect(await program.ended).toBe(1)
      expect(program.output()).toContain('资料库正被另一个窗口或程序使用。')
      lock.release()
    })
  })
})

describe('started with a file', () => {
  const offered = async () => {
    const { port, token } = word()
    const origin = `http://127.0.0.1:${port}`
    const response = await fetch(`${origin}/api/call`, {
      method: 'POST',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      body: '{"name":"transfer.offered","input":{}}',
    })
    return ((await response.json()) as { value: { file: { fileName: string } | null } }).value.file?.fileName ?? null
  }

  test('it keeps it for the page; a second start hands its own to the one that runs', async () => {
    const [one, other] = ['甲.huibei', '乙.huibei'].map((name) => join(place.folder, name))
    for (const file of [one, other]) writeFileSync(file ?? '', 'meeting')
    const first = place.start([one ?? ''])
    await first.says(/#token=/)
    expect([await offered(), await offered()]).toEqual(['甲.huibei', null])
    const second = place.start([other ?? ''])
    expect(await second.ended).toBe(0)
    expect(await offered()).toBe('乙.huibei')
  })

  test('its window shows what is in it, before anything is taken in', async (context) => {
    const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium)
    const elsewhere = await createServices({ dataDir: join(place.folder, 'elsewhere'), hostKind: 'memory' })
    const made = await elsewhere.dispatch('meeting.create', {
      title: '石桥乡反馈会议',
      facts: {},
      people: [],
      papers: [],
    })
    if (!made.ok) throw new Error(made.code)
    const { id: meetingId } = made.value as { id: string }
    const given = await elsewhere.dispatch('transfer.export', { meetingId, password: null, withClues: false })
    await elsewhere.close()
    if (!given.ok) throw new Error(given.code)
    const file = join(place.folder, '石桥乡.huibei')
    writeFileSync(file, Buffer.from((given.value as { bytes: string }).bytes, 'base64'))
    place.start([file], { ...SCREEN, CHROME_PATH })
    const page = await place.lookInto()
    const inDialog = (text: string) => `document.querySelector('[role=dialog]')?.innerText.includes('${text}')`
    await page.until(`${inDialog('导入会议')} && ${inDialog('石桥乡反馈会议')}`)
    expect(await page.evaluate(`document.querySelectorAll('.card').length`)).toBe(1)
    await page.quit()
  })

  test('that is not there, it says so', async () => {
    const program = place.start([join(place.folder, '没有.huibei')])
    expect(await program.ended).toBe(2)
    expect(program.output()).toContain('找不到“没有.huibei”')
  })
})

test('what cannot be is said in Chinese, with status 2', async () => {
  const wrong: [string[], RegExp][] = [
    [['--host', 'browser'], /没有显示器/],
    [['--host', 'electron'], /没有 Electron 运行环境/],
    [['--wrong'], /不认识“--wrong”/],
  ]
  for (const [args, why] of wrong) {
    const program = place.start(args, { CHROME_PATH: '/bin/true' })
    expect(await program.ended).toBe(2)
    expect(program.output()).toMatch(why)
    expect(existsSync(place.dataDir)).toBe(false)
  }
})
