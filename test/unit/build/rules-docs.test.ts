import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packSchemaDoc, rulesDoc } from '../../../build/rules-docs.ts'
import { ruleName } from '../../../shared/checks/rule-names.ts'
import { rules } from '../../../shared/checks/rules/index-of-rules.ts'

const inDocs = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')
const hint = 'run `npm run rules`'

it('docs/rules.md says what the pack and the rules are now', () => {
  expect(inDocs('rules.md') === rulesDoc(), hint).toBe(true)
})

it('docs/pack-schema.json is the schema that packs are read by', () => {
  expect(inDocs('pack-schema.json') === packSchemaDoc(), hint).toBe(true)
})

it('every rule has a name for lists', () => {
  expect(rules.map(({ id }) => id).filter((id) => ruleName(id) === id)).toEqual([])
})
