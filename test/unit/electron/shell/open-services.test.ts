import type { MessageBoxOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { openServices } from '../../../../electron/shell/open-services.ts'
import { FAILURE_CODES, Failure } from '../../../../shared/contract/failures.ts'

/** Answers the boxes with buttons by name. */
function wayOut(...answers: string[]) {
  const boxes: MessageBoxOptions[] = []
  return {
    boxes,
    dialog: {
      showMessageBox: async (...args: unknown[]) => {
        const options = args.at(-1) as MessageBoxOptions
        boxes.push(options)
        const response = options.buttons?.indexOf(answers.shift() ?? '退出') ?? -1
        expect(response).toBeGreaterThanOrEqual(0)
        return { response, checkboxChecked: false }
      },
    },
    openFolder: vi.fn(async () => ''),
    dataDir: '/data',
    log: vi.fn(),
  }
}

test('a library that opens asks nothing', async () => {
  const way = wayOut()
  expect(await openServices(async () => 'services', way)).toBe('services')
  expect(way.boxes).toEqual([])
})

test('a busy library can be tried again', async () => {
  const way = wayOut('再试一次')
  const open = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Failure('busy')).mockResolvedValue('services')
  expect(await openServices(open, way)).toBe('services')
  expect(way.boxes[0]?.message).toContain('正被另一个')
})

test('a damaged one is left alone; its folder can be opened before leaving', async () => {
  const way = wayOut('打开数据文件夹', '退出')
  expect(await openServices(() => Promise.reject(new Failure('damaged')), way)).toBeNull()
  expect(way.openFolder).toHaveBeenCalledWith('/data')
  expect(way.boxes[0]?.buttons).not.toContain('再试一次')
  expect(way.log).toHaveBeenCalledOnce()
})

test.each([...FAILURE_CODES.map((code) => new Failure(code)), new Error('bug'), 'thrown text', null])(
  '%s is said in Chinese, without codes or traces',
  async (error) => {
    const way = wayOut()
    expect(await openServices(() => Promise.reject(error), way)).toBeNull()
    const { message = '', detail = '' } = way.boxes[0] ?? {}
    expect(message).toMatch(/^\p{Script=Han}[^A-Za-z]*。$/u)
    expect(detail).toContain('/data')
    expect(detail).not.toMatch(/Error| at /)
  },
)
