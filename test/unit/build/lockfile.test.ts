import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockfileProblems } from '../../../build/lockfile.ts'

const root = join(import.meta.dirname, '../../..')
const lock = (packages: object) => JSON.stringify({ packages })
const manifest = (dependencies: object = {}) => JSON.stringify({ dependencies })

test('the lockfile of this project is complete', () => {
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  expect(lockfileProblems(read('package-lock.json'), read('package.json'))).toEqual([])
})

test('a binary of another platform that is not listed breaks a later install there', () => {
  const packages = { '': {}, 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-win': '1.0.0' } } }
  expect(lockfileProblems(lock({ ...packages, 'node_modules/a-linux': {} }), manifest())).toEqual([
    'a-win, optional for node_modules/a, is not listed',
  ])
  expect(
    lockfileProblems(
      lock({ ...packages, 'node_modules/a-linux': {}, 'node_modules/a/node_modules/a-win': {} }),
      manifest(),
    ),
  ).toEqual([])
})

test('a download address ties the project to one registry', () => {
  expect(lockfileProblems(lock({ 'node_modules/a': { resolved: 'https://registry/a.tgz' } }), manifest())).toHaveLength(
    1,
  )
})

test.each(['^1.0.0', '~1.0.0', '1', 'latest', '>=1.0.0', 'npm:b@1.0.0'])('%s is no exact version', (version) => {
  expect(lockfileProblems(lock({}), manifest({ a: version }))).toHaveLength(1)
})

test.each(['1.0.0', '1.0.0-beta.1'])('%s is one', (version) => {
  expect(lockfileProblems(lock({}), manifest({ a: version }))).toEqual([])
})
