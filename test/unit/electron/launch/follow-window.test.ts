import { expect, test, vi } from 'vitest'
import { followWindow } from '../../../../electron/launch/follow-window.ts'

const PATIENCE = { open: 30, gone: 30, step: 5 }

function parts() {
  let endHost = () => {}
  let endBrowser: (how: { failed?: string }) => void = () => undefined
  const state = vi.fn<() => 'never' | 'waiting' | 'between' | 'gone'>(() => 'never')
  const host = {
    pageState: state,
    closed: new Promise<void>((resolve) => {
      endHost = resolve
    }),
  }
  const window = {
    ended: new Promise<{ failed?: string }>((resolve) => {
      endBrowser = resolve
    }),
    close: vi.fn(),
  }
  return { host, window, state, endHost: () => endHost(), endBrowser: (how: { failed?: string }) => endBrowser(how) }
}

test('the window was closed: the page is gone and so is the browser', async () => {
  const { host, window, state, endBrowser } = parts()
  const end = followWindow(host, window, PATIENCE)
  state.mockReturnValue('gone')
  endBrowser({})
  expect(await end).toBe('closed')
})

test('a page that was closed between two questions is closed all the same', async () => {
  const { host, window, state, endBrowser } = parts()
  const end = followWindow(host, window, PATIENCE)
  state.mockReturnValue('between')
  endBrowser({})
  expect(await end).toBe('closed')
})

test('a browser that stays behind without a page is ended once the host ended', async () => {
  const { host, window, endHost } = parts()
  const end = followWindow(host, window, PATIENCE)
  endHost()
  expect(await end).toBe('closed')
  expect(window.close).toHaveBeenCalledOnce()
})

test('a browser that hands its page over ends at once; the host goes on as long as the page is open', async () => {
  const { host, window, state, endBrowser, endHost } = parts()
  let ended = false
  const end = followWindow(host, window, PATIENCE).then((how) => {
    ended = true
    return how
  })
  endBrowser({})
  state.mockReturnValueOnce('never').mockReturnValueOnce('never').mockReturnValue('waiting')
  await vi.waitFor(() => expect(state.mock.calls.length).toBeGreaterThan(8))
  expect(ended).toBe(false)
  endHost()
  expect(await end).toBe('closed')
})

test('a browser that ends with a complaint before any page has failed', async () => {
  const { host, window, state, endBrowser } = parts()
  const end = followWindow(host, window, PATIENCE)
  endBrowser({ failed: 'Missing X server' })
  expect(await end).toEqual({ failed: 'Missing X server' })
  // At once: nobody has to wait for a page that cannot come.
  expect(state).toHaveBeenCalledOnce()
})

test('so has one that ends without a word and without a page', async () => {
  const { host, window, endBrowser } = parts()
  const end = followWindow(host, window, PATIENCE)
  endBrowser({})
  expect(await end).toEqual({ failed: '浏览器没有打开页面' })
})
