import type Electron from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../../electron/shell/ipc.ts'

interface Door {
  call(name: string, input: unknown): Promise<unknown>
  on(listener: (message: unknown) => void): () => void
}

const exposed = new Map<string, Door>()
const listeners = new Map<string, Set<(...args: never[]) => void>>()
const invoke = vi.fn<Electron.IpcRenderer['invoke']>(async () => ({ ok: true, value: 1 }))

beforeEach(async () => {
  exposed.clear()
  listeners.clear()
  vi.resetModules()
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, door: Door) => void exposed.set(name, door),
    } satisfies Partial<Electron.ContextBridge>,
    ipcRenderer: {
      invoke,
      on: (channel: string, listener: (...args: never[]) => void) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
        return undefined as unknown as Electron.IpcRenderer
      },
      off: (channel: string, listener: (...args: never[]) => void) => {
        listeners.get(channel)?.delete(listener)
        return undefined as unknown as Electron.IpcRenderer
      },
    } satisfies Partial<Electron.IpcRenderer>,
  }))
  await import('../../../../electron/preload.ts')
})

test('a page is given two functions and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['huibei'])
  expect(Object.entries(exposed.get('huibei') ?? {}).map(([name, value]) => [name, typeof value])).toEqual([
    ['call', 'function'],
    ['on', 'function'],
  ])
})

test('call goes through the one channel', async () => {
  expect(await exposed.get('huibei')?.call('host.info', { a: 1 })).toEqual({ ok: true, value: 1 })
  expect(invoke).toHaveBeenCalledWith(CALL_CHANNEL, 'host.info', { a: 1 })
})

test('a listener gets the message without Electron’s own event object, until it stops', () => {
  const heard = vi.fn()
  const stop = exposed.get('huibei')?.on(heard)
  const emit = () => {
    for (const listener of listeners.get(EVENT_CHANNEL) ?? [])
      (listener as (...args: unknown[]) => void)({ sender: 'secret' }, 'message')
  }
  emit()
  expect(heard.mock.calls).toEqual([['message']])
  stop?.()
  emit()
  expect(heard).toHaveBeenCalledOnce()
})
