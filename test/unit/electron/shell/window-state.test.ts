import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWindowState, writeWindowState } from '../../../../electron/shell/window-state.ts'

const SCREEN = { x: 0, y: 0, width: 1366, height: 768 }
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-window-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a window comes back where it stood', () => {
  const file = join(folder, 'deep/window.json')
  const state = { x: 100, y: 50, width: 1000, height: 700, maximized: true }
  writeWindowState(file, state)
  expect(readWindowState(file, [SCREEN])).toEqual(state)
})

test('a window of a screen that is gone comes back into view', () => {
  const file = join(folder, 'window.json')
  writeWindowState(file, { x: 2000, y: 50, width: 1000, height: 700, maximized: false })
  expect(readWindowState(file, [SCREEN])).toEqual({ width: 1000, height: 700, maximized: false })
})

test.each(['', '{', 'null', '[]', '7', '{"width":"wide","height":1}', '{"width":1e999,"height":2}'])(
  'a first state stands in for a file with %s',
  (text) => {
    const file = join(folder, 'window.json')
    writeFileSync(file, text)
    expect(readWindowState(file, [SCREEN])).toEqual({ width: 1280, height: 800, maximized: false })
  },
)

test('a window never comes back too small to use', () => {
  const file = join(folder, 'window.json')
  writeWindowState(file, { width: 5, height: -7, maximized: false })
  expect(readWindowState(file, [SCREEN])).toMatchObject({ width: 900, height: 600 })
})

test('a place that cannot be written does not stop the program', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() =>
    writeWindowState(join(folder, 'file/window.json'), { width: 1, height: 1, maximized: false }),
  ).not.toThrow()
})
