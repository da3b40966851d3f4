import type { App, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { isOwnAddress } from '../../../../electron/shell/address.ts'
import { guardContents, guardSession, PERMITTED } from '../../../../electron/shell/guard.ts'
import { createFakeContents, createFakeSession } from './fake-electron.ts'

const FOREIGN = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://other/index.html',
  'app://huibei.example.org/',
  'app://huibei@example.org/',
  'app2://huibei/',
  'not an address',
]

function guarded() {
  const fake = createFakeContents()
  let created: (event: unknown, contents: WebContents) => void = () => undefined
  const app = { on: (_name: string, listener: typeof created) => (created = listener) } as unknown as App
  guardContents(app)
  created({}, fake.contents)
  return fake
}

test.each(FOREIGN)('%s is not an address of ours', (address) => {
  expect(isOwnAddress(address)).toBe(false)
})

describe('a page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('cannot leave by %s', (event) => {
    const page = guarded()
    for (const url of FOREIGN) {
      const preventDefault = vi.fn()
      page.emit(event, { preventDefault, url })
      expect(preventDefault, url).toHaveBeenCalledOnce()
    }
    const own = vi.fn()
    page.emit(event, { preventDefault: own, url: 'app://huibei/index.html' })
    expect(own).not.toHaveBeenCalled()
  })

  test('cannot open another window', () => {
    const open = guarded().windowOpen
    expect(open?.({ url: 'app://huibei/index.html' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
  })

  test('cannot embed a webview', () => {
    const preventDefault = vi.fn()
    guarded().emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

describe('permissions', () => {
  const ASKED = ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'constructor', 'fileSystem']

  test('the table permits these and no more', () => {
    expect(Object.keys(PERMITTED)).toEqual(['clipboard-sanitized-write', 'fullscreen'])
  })

  test.each([...ASKED, ...Object.keys(PERMITTED)])('%s is answered by the table', (permission) => {
    const fake = createFakeSession()
    guardSession(fake.session)
    const permitted = !ASKED.includes(permission)
    const answer = vi.fn()
    fake.permissionRequest?.(createFakeContents().contents, permission as never, answer, {} as never)
    expect(answer).toHaveBeenCalledWith(permitted)
    expect(fake.permissionCheck?.(null, permission as never, 'app://huibei', {} as never)).toBe(permitted)
  })

  test('nothing is permitted to a foreign page, and no device to any', () => {
    const fake = createFakeSession()
    guardSession(fake.session)
    const answer = vi.fn()
    fake.permissionRequest?.(createFakeContents('https://example.org/').contents, 'fullscreen', answer, {} as never)
    expect(answer).toHaveBeenCalledWith(false)
    expect(fake.permissionCheck?.(null, 'fullscreen', 'https://example.org', {} as never)).toBe(false)
    expect(fake.device?.({} as never)).toBe(false)
  })
})

test('every request but for the program’s own files is cancelled', () => {
  const fake = createFakeSession()
  guardSession(fake.session)
  const cancelled = (url: string) => {
    let cancel: boolean | undefined
    fake.beforeRequest?.({ url } as never, (answer) => {
      cancel = answer.cancel
    })
    return cancel
  }
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://example.org/',
    'file:///etc/passwd',
    'ftp://x/',
    'chrome-extension://x/',
  ])
    expect(cancelled(url), url).toBe(true)
  for (const url of ['app://huibei/index.html', 'blob:app://huibei/1', 'data:image/png;base64,AA=='])
    expect(cancelled(url), url).toBe(false)
})
