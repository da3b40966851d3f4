import type { BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'
import { closeWhenSaved, settledSoon } from '../../../../electron/shell/closing.ts'
import { createFakeContents } from './fake-electron.ts'

function closing(answer: number) {
  const page = createFakeContents()
  const close = vi.fn()
  const ask = vi.fn(() => answer)
  let settle = () => {}
  const saved = new Promise<void>((resolve) => {
    settle = resolve
  })
  const window = { webContents: page.contents, isDestroyed: () => false, close } as unknown as BrowserWindow
  closeWhenSaved(window, () => saved, { showMessageBoxSync: ask })
  const hold = () => {
    const preventDefault = vi.fn()
    page.emit('will-prevent-unload', { preventDefault })
    return preventDefault
  }
  return { hold, close, ask, settle, soon: () => new Promise((resolve) => setImmediate(resolve)) }
}

test('a window whose page still saves closes by itself once that is done', async () => {
  const { hold, close, ask, settle, soon } = closing(0)
  expect(hold()).not.toHaveBeenCalled()
  await soon()
  expect(close).not.toHaveBeenCalled()
  settle()
  await soon()
  expect(close).toHaveBeenCalledOnce()
  expect(ask).not.toHaveBeenCalled()
})

test.each([
  [0, '回到窗口', false],
  [1, '仍然关闭', true],
])('a page that could not save makes the user decide: %i %s', async (answer, button, leaves) => {
  const { hold, ask, settle, soon } = closing(answer)
  hold()
  settle()
  await soon()
  const preventDefault = hold()
  const options = (ask.mock.calls as unknown[][])[0]?.at(-1) as Electron.MessageBoxSyncOptions
  expect(options.buttons?.[answer]).toBe(button)
  expect(options.cancelId).toBe(0)
  expect(preventDefault.mock.calls.length === 1).toBe(leaves)
})

test('a call that never ends holds the closing up only so long', async () => {
  await settledSoon(() => new Promise(() => undefined), 1)
})
