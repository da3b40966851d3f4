import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogFile, logLine } from '../../../../electron/launch/log-file.ts'

const NOW = new Date('2026-03-01T02:03:04.000Z')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a log makes room for itself and keeps the last few files', () => {
  const log = createLogFile(join(folder, 'logs/huibei.log'), () => NOW, { bytes: 100, older: 2 })
  for (let number = 10; number < 30; number += 1) log(`line ${number}`)
  const files = readdirSync(join(folder, 'logs')).sort()
  expect(files).toEqual(['huibei.log', 'huibei.log.1', 'huibei.log.2'])
  const text = files.toReversed().map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))
  const numbers = text.join('').match(/\d+$/gm)?.map(Number) ?? []
  expect(numbers.at(-1)).toBe(29)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  for (const name of files) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(100)
})

test('it goes on where an earlier run stopped', () => {
  const path = join(folder, 'huibei.log')
  writeFileSync(path, 'x'.repeat(90))
  createLogFile(path, () => NOW, { bytes: 100, older: 1 })('next')
  expect(readFileSync(`${path}.1`, 'utf8')).toHaveLength(90)
})

test('nothing of a paper gets into it, though errors quote what they stumble over', () => {
  let caught: unknown
  try {
    JSON.parse('同志们：今天')
  } catch (error) {
    caught = error
  }
  expect(String(caught)).toContain('同志们')
  const line = logLine(NOW, 'command paper.save broke', caught)
  expect(line).toMatch(/^2026-03-01T02:03:04.000Z command paper.save broke: SyntaxError: /)
  expect(line).not.toMatch(/\p{Script=Han}/u)
  expect(line.indexOf('\n')).toBe(line.length - 1)
})

test.skipIf(process.platform === 'win32')('only its user may read it', () => {
  createLogFile(join(folder, 'huibei.log'), () => NOW)('x')
  expect(statSync(join(folder, 'huibei.log')).mode & 0o077).toBe(0)
})

test('a log that cannot be written does not stop the program', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => createLogFile(join(folder, 'file/huibei.log'), () => NOW)('x')).not.toThrow()
})
