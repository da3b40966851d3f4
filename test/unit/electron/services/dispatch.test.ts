import { expect, test, vi } from 'vitest'
import { createDispatch } from '../../../../electron/services/dispatch.ts'
import type { Handlers } from '../../../../electron/services/service-context.ts'
import { Failure } from '../../../../shared/contract/failures.ts'

/** A dispatch whose one command does `run`. */
function dispatchOf(run: () => never) {
  const log = vi.fn()
  const dispatch = createDispatch({ 'host.info': run } as unknown as Handlers, log)
  return { log, call: () => dispatch('host.info', {}) }
}

test('a foreseen failure keeps its code and its words for the user', async () => {
  const { call, log } = dispatchOf(() => {
    throw new Failure('conflict', '另一个窗口先保存了。')
  })
  expect(await call()).toEqual({ ok: false, code: 'conflict', detail: '另一个窗口先保存了。' })
  expect(log).not.toHaveBeenCalled()
})

test('an error of the disk is told by its code, and logged', async () => {
  const { call, log } = dispatchOf(() => {
    throw Object.assign(new Error('disk I/O error at /secret/path'), { code: 'SQLITE_FULL' })
  })
  expect(await call()).toEqual({ ok: false, code: 'disk-full' })
  expect(log).toHaveBeenCalledOnce()
})

test('a bug is logged whole and answered without a word of it', async () => {
  const bug = new TypeError('cannot read /secret/path')
  const { call, log } = dispatchOf(() => {
    throw bug
  })
  expect(await call()).toEqual({ ok: false, code: 'internal' })
  expect(log).toHaveBeenCalledWith(expect.stringContaining('host.info'), bug)
})
