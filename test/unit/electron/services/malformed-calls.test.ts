import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../../../shared/contract/commands.ts'
import { openTestServices, type TestServices } from './test-services.ts'

const CALLS = Number(process.env.HUIBEI_MALFORMED_CALLS ?? 500)
const SEED = 20_261_123

const folder = mkdtempSync(join(tmpdir(), 'huibei-malformed-'))
let services: TestServices
let before: unknown
beforeAll(async () => {
  services = await openTestServices(folder)
  before = await content()
})
afterAll(async () => {
  await services.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything of the sample meeting that a call could spoil. */
async function content(): Promise<unknown> {
  const [head] = await services.call('meeting.list', {})
  const meeting = await services.call('meeting.get', { id: head?.id ?? '' })
  const papers = await Promise.all(meeting.papers.map(({ id }) => services.call('paper.get', { id })))
  return { meeting, papers }
}

/** Words that hurt where they are used as names, paths, SQL, markup or numbers. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    '..\\..\\windows\\system32',
    'C:\\',
    "'; DROP TABLE papers; --",
    '<img src=x onerror=alert(1)>',
    '\u0000',
    '\ud800',
    '-0',
    'NaN',
    '{"type":"doc"}',
    '{"type":"paper","content":[]}',
    '['.repeat(5000),
    '一'.repeat(70_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, undefined, true, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [], {}),
  fc.constantFrom<unknown>(() => 1, Symbol.iterator, 10n, new Date(Number.NaN), new Map([[1, 2]]), new Uint8Array(8)),
  fc.dictionary(hostileText, fc.jsonValue(), { maxKeys: 4 }),
  fc.jsonValue(),
)

/** The fields of a command, some of them missing, all of them wrong in some way. */
function hostileInput(name: string): fc.Arbitrary<unknown> {
  const known = Object.entries(commands).find(([command]) => command === name)
  const fields = Object.keys(known?.[1].input.shape ?? {})
  const filled = fc.record(Object.fromEntries(fields.map((field) => [field, hostileValue])), { requiredKeys: [] })
  return fc.oneof({ weight: 3, arbitrary: filled }, { weight: 1, arbitrary: hostileValue })
}

// These do not touch what is there, or make something new when they are called rightly.
const MAKERS = new Set(['sample.create', 'backup.make', 'backup.salvage', 'library.reopen'])
const NAMES = Object.keys(commands).filter((name) => !MAKERS.has(name))
const call = fc
  .oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: hostileText })
  .chain((name) => fc.tuple(fc.constant(name), hostileInput(name)))

test(`${CALLS} malformed calls are answered as values, none breaks the program or what is in it`, async () => {
  const answered = new Set<string>()
  await fc.assert(
    fc.asyncProperty(call, async ([name, input]) => {
      const result = await services.dispatch(name, input)
      answered.add(result.ok ? 'ok' : result.code)
      expect(result.ok ? 'ok' : result.code, name).not.toBe('internal')
    }),
    { numRuns: CALLS, seed: SEED },
  )
  // Most are refused at the door; the rest must have come further, or this would prove little.
  expect([...answered]).toContain('invalid-input')
  expect([...answered]).toContain('unknown-command')
  expect(answered.size).toBeGreaterThan(2)
  expect(services.logged).toEqual([])
  expect(await content()).toEqual(before)
})

test('names that every object has are unknown commands', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])
    expect(await services.dispatch(name, {})).toEqual({ ok: false, code: 'unknown-command' })
})
