import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { build, isBuilt } from '../../../build/build.ts'
import { requires } from '../requires.ts'
import { createPlace } from './program.ts'

beforeAll(() => {
  if (!isBuilt()) expect(build()).toBe(true)
})

let place: ReturnType<typeof createPlace>
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.remove())

interface NetLog {
  constants: { logEventTypes: Record<string, number> }
  events: { type: number; params?: { address?: string; address_list?: string[]; url?: string; host?: string } }[]
}

test('a browser that would like to talk to its maker reaches nobody', async (context) => {
  const log = join(place.folder, 'net-log.json')
  const CHROME_PATH = place.browserFor(requires(context, 'chromium').chromium, `--log-net-log='${log}'`)
  const program = place.start([], { DISPLAY: ':0', CHROME_PATH })
  const page = await place.lookInto()
  const button = `[...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('讲话稿'))`
  await page.until(`${button} !== undefined`)
  await page.evaluate(`${button}.click()`)
  await page.until(`document.querySelector('[contenteditable=true]') !== null`)
  await page.quit()
  expect(await program.ended).toBe(0)

  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog
  const of = (name: string) => {
    expect(constants.logEventTypes, name).toHaveProperty(name)
    return events.filter(({ type }) => type === constants.logEventTypes[name]).map(({ params = {} }) => params)
  }
  const reached = of('TCP_CONNECT_ATTEMPT').flatMap(({ address }) => address ?? [])
  expect(reached.length).toBeGreaterThan(0)
  expect(reached.filter((address) => !address.startsWith('127.0.0.1:'))).toEqual([])
  // A name that is only looked for in the memory of the browser starts no job.
  expect(of('HOST_RESOLVER_MANAGER_JOB')).toEqual([])
  expect(of('DNS_TRANSACTION')).toEqual([])
  // Chromium asks the kernel for a route to see whether there is IPv6; it sends nothing on that socket.
  expect(of('UDP_BYTES_SENT')).toEqual([])
})
