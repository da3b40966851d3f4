import type { IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { expect, test, vi } from 'vitest'
import { bindIpc, type Dispatch, sendEvent } from '../../../../electron/shell/ipc.ts'
import { createFakeContents } from './fake-electron.ts'

const ownFrame = { url: 'app://huibei/index.html' } as WebFrameMain
const own = { senderFrame: ownFrame, sender: { mainFrame: ownFrame } } as IpcMainInvokeEvent

function bound(dispatch: Dispatch) {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>>()
  const ipc = bindIpc({ handle: (channel, handler) => void handlers.set(channel, handler) }, dispatch)
  return { ipc, channels: [...handlers.keys()], call: handlers.get('call') ?? (async () => undefined) }
}

test('one channel leads to the one dispatch', async () => {
  const dispatch = vi.fn<Dispatch>(async () => ({ ok: true, value: 7 }))
  const { call, channels } = bound(dispatch)
  expect(channels).toEqual(['call'])
  expect(await call(own, 'host.info', {})).toEqual({ ok: true, value: 7 })
  expect(dispatch).toHaveBeenCalledWith('host.info', {})
})

const frame = (url: string) => ({ url }) as WebFrameMain
test.each<[string, IpcMainInvokeEvent]>([
  [
    'a frame inside the page',
    { senderFrame: frame(ownFrame.url), sender: { mainFrame: ownFrame } } as IpcMainInvokeEvent,
  ],
  ['a frame that is gone', { senderFrame: null, sender: { mainFrame: ownFrame } } as unknown as IpcMainInvokeEvent],
  ...['https://example.org/', 'file:///x.html', 'app://other/'].map((url): [string, IpcMainInvokeEvent] => {
    const foreign = frame(url)
    return [url, { senderFrame: foreign, sender: { mainFrame: foreign } } as IpcMainInvokeEvent]
  }),
])('a call from %s is refused', async (_name, event) => {
  const dispatch = vi.fn<Dispatch>()
  expect(await bound(dispatch).call(event, 'host.info', {})).toEqual({ ok: false, code: 'unauthorised' })
  expect(dispatch).not.toHaveBeenCalled()
})

test.each([[undefined], [null], [7], [{ toString: () => 'host.info' }], [['host.info']]])(
  'a name that is no text is refused: %s',
  async (name) => {
    const dispatch = vi.fn<Dispatch>()
    expect(await bound(dispatch).call(own, name, {})).toEqual({ ok: false, code: 'unknown-command' })
    expect(dispatch).not.toHaveBeenCalled()
  },
)

test('settled waits for calls on their way, also for those that come meanwhile', async () => {
  const finish: (() => void)[] = []
  const { ipc, call } = bound(() => new Promise((resolve) => finish.push(() => resolve({ ok: true, value: null }))))
  void call(own, 'paper.save', {})
  let settled = false
  const done = ipc.settled().then(() => {
    settled = true
  })
  void call(own, 'paper.save', {})
  finish[0]?.()
  await Promise.resolve()
  await new Promise((resolve) => setImmediate(resolve))
  expect(settled).toBe(false)
  finish[1]?.()
  await done
  expect(settled).toBe(true)
})

test('an event goes to a page, unless the page is gone', () => {
  const page = createFakeContents()
  const message = { name: 'settings.changed' as const, data: { revision: 2 } }
  sendEvent(page.contents, message)
  expect(page.sent).toEqual([{ channel: 'event', message }])
  page.contents.isDestroyed = () => true
  sendEvent(page.contents, message)
  expect(page.sent).toHaveLength(1)
})
