import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '../../../docs')
const text = readFileSync(join(docs, 'security.md'), 'utf8')

test('each of Electron’s 20 items has an answer and a test', () => {
  const rows = [...text.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  for (const [, , item = '', answer = '', tests = ''] of rows) {
    expect(answer.length, item).toBeGreaterThan(1)
    expect(tests, item).toMatch(/\]\(\.\.\/test\//)
  }
})

test('every file it names is there', () => {
  const named = [...text.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = '']) => path)
  expect(named.filter((path) => !existsSync(join(docs, path)))).toEqual([])
})
