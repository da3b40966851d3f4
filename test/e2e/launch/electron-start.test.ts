import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Stands where Electron would be, and says what it was started with. */
function start(script: string, ...args: string[]) {
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return spawnSync(process.execPath, [join(ROOT, 'build/start.ts'), '--data-dir', join(folder, 'data'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder },
  })
}

test('npm start takes Electron where it is, hands the data folder on, and passes its status back', () => {
  const { stdout, status } = start('printf "%s\\n" "$@"; exit 3')
  const lines = stdout.split('\n')
  expect(lines).toContain(`用 Electron 打开窗口（${join(folder, 'electron')}）。`)
  expect(lines.slice(lines.indexOf(ROOT))).toEqual([ROOT, '--data-dir', join(folder, 'data'), ''])
  expect(lines.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  expect(status).toBe(3)
  // Nothing of the other host was started.
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

test('an Electron whose system libraries are missing is explained', () => {
  const { stdout, status } = start('exit 127')
  expect(stdout).toContain('npm start -- --host browser')
  expect(status).toBe(1)
})
