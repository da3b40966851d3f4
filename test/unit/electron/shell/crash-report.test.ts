import { EventEmitter } from 'node:events'
import type { CrashReporterStartOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { handleCrashes } from '../../../../electron/shell/crash-report.ts'

function watched() {
  const process = new EventEmitter()
  const parts = {
    exit: vi.fn(),
    dumps: vi.fn<(options: CrashReporterStartOptions) => void>(),
    box: vi.fn<(title: string, content: string) => void>(),
    log: vi.fn<(message: string, error?: unknown) => void>(),
  }
  handleCrashes({
    app: { exit: parts.exit, on: () => undefined as never },
    crashReporter: { start: parts.dumps },
    dialog: { showErrorBox: parts.box },
    process: process as unknown as NodeJS.Process,
    log: parts.log,
  })
  return { process, ...parts }
}

test.each(['uncaughtException', 'unhandledRejection'])(
  '%s is logged, said in Chinese, and ends the program',
  (event) => {
    const { process, exit, box, log } = watched()
    const error = new Error('bug')
    process.emit(event, error)
    expect(log.mock.calls[0]?.[1]).toBe(error)
    expect(box.mock.calls[0]?.join()).toMatch(/已保存的文稿都在/)
    expect(box.mock.calls[0]?.join()).not.toContain('bug')
    expect(exit).toHaveBeenCalledWith(1)
  },
)

test('a second fault while ending is logged and does not ask again', () => {
  const { process, exit, box, log } = watched()
  process.emit('uncaughtException', new Error('first'))
  process.emit('uncaughtException', new Error('second'))
  expect([log.mock.calls.length, box.mock.calls.length, exit.mock.calls.length]).toEqual([2, 1, 1])
})

test('dumps never leave the machine', () => {
  expect(watched().dumps.mock.calls).toEqual([[{ uploadToServer: false }]])
})
