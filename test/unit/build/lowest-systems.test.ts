import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lowestSystems } from '../../../build/lowest-systems.ts'
import { isOlder, lowestOfAll, lowestSystem } from '../../../build/pack/lowest-systems.ts'

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
  expect(lowestSystem(bytes)).toMatchObject({ system: 'linux', version: '2.99' })
})

test('versions are told apart by their numbers, and the highest of a package counts', () => {
  expect([isOlder('2.4', '2.28'), isOlder('2.28', '2.28'), isOlder('2.3.4', '2.4'), isOlder('2', '2.1')]).toEqual([
    true,
    false,
    true,
    true,
  ])
  const one = { system: 'linux' as const, version: '2.28', libstdcxx: '3.4.21' }
  expect(lowestOfAll([one, { ...one, version: '2.4', libstdcxx: '3.4.29' }])).toEqual({ ...one, libstdcxx: '3.4.29' })
  expect(lowestOfAll([])).toBeNull()
})

test('what is neither is nothing', () => {
  expect(lowestSystem(Buffer.from('x'))).toBeNull()
  expect(lowestSystem(readFileSync(join(prebuilds, 'linuxmusl-x64.node')))).toBeNull()
  expect(lowestSystem(readFileSync(join(prebuilds, 'darwin-x64.node')))).toBeNull()
  expect(
    lowestSystem(Buffer.from('MZ plain text that is long enough to be read without an end before its time......')),
  ).toBeNull()
})
