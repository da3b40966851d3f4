import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lowestSystems } from '../../../build/lowest-systems.ts'
import { lowestSystem } from '../../../build/pack/lowest-systems.ts'

const root = join(import.meta.dirname, '../../..')
const prebuilds = join(root, 'node_modules/better-sqlite3/prebuilds')

test('the documented systems are those the binaries ask for', () => {
  const rows = lowestSystems()
  expect(rows.length).toBeGreaterThanOrEqual(4)
  const documented = readFileSync(join(root, 'docs/packaging.md'), 'utf8')
  expect(rows.filter((row) => !documented.includes(row))).toEqual([])
})

test('a newer need is noticed in the file', () => {
  const bytes = readFileSync(join(prebuilds, 'linux-x64.node'))
  const highest = lowestSystem(bytes)?.version ?? ''
  const at = bytes.indexOf(`GLIBC_${highest}\0`)
  expect(at).toBeGreaterThan(0)
  bytes.write('GLIBC_2.99', at, 'latin1')
  expect(lowestSystem(bytes)).toEqual({ system: 'linux', version: '2.99' })
})

test('what is neither is nothing', () => {
  expect(lowestSystem(readFileSync(join(prebuilds, 'linuxmusl-x64.node')))).toBeNull()
  expect(lowestSystem(readFileSync(join(prebuilds, 'darwin-x64.node')))).toBeNull()
  expect(
    lowestSystem(Buffer.from('MZ plain text that is long enough to be read without an end before its time......')),
  ).toBeNull()
})
