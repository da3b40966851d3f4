import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../electron/transfer/read-package.ts'
import { writePackage } from '../../../../electron/transfer/write-package.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { noMemory, sendOut } from '../../../../shared/merge/exchange.ts'
import { canonicalState } from '../../../../shared/merge/state.ts'
import { meetingOf, PAPER, paperOf, problem, uuid } from '../../shared/merge/meetings.ts'

const digestOf = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>'

const { parcel } = sendOut(
  noMemory,
  meetingOf(['一段。', '又一段。'], {
    people: [{ id: uuid(3), name: '林知远', post: '书记', organization: '' }],
    problems: [problem(1, '学习不深入。')],
  }),
  digestOf,
)
const good = writePackage({
  head: {
    schema: 90,
    program: '0.1.0',
    madeBy: '甲',
    made: '2026-12-14T01:00:00.000Z',
    meetingId: uuid(9),
    title: '反馈会议',
  },
  parcel,
  versions: [
    {
      id: uuid(50),
      paperId: PAPER,
      name: '送审稿',
      author: '甲',
      body: paperOf(['旧的。']),
      characters: 3,
      written: '2026-12-14T01:00:00.000Z',
      created: '2026-12-14T01:00:00.000Z',
    },
  ],
  history: [],
  absent: [],
  clues: null,
  pack: null,
})

type Json = { [key: string]: unknown }
type Files = Record<string, Uint8Array>
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A package with something changed; sizes and checksums are made to fit again, as somebody who means harm would. */
function forged(change: (files: Files, manifest: Json) => void, repair = true): Uint8Array {
  const files: Files = unzipSync(good)
  const manifest = JSON.parse(textOf(files['manifest.json'])) as Json
  change(files, manifest)
  if (repair) {
    manifest.entries = Object.entries(files)
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, bytes]) => ({ name, size: bytes.length, sha256: digestOf(bytes) }))
  }
  files['manifest.json'] = bytesOf(JSON.stringify(manifest))
  return zipSync(files)
}

/** A package whose state was changed, with a digest that fits. */
function forgedState(change: (tables: Record<string, Record<string, Json>>) => void): Uint8Array {
  return forged((files, manifest) => {
    const state = JSON.parse(textOf(files['state.json'])) as { tables: Record<string, Record<string, Json>> }
    change(state.tables)
    const text = canonicalState(state as never)
    files['state.json'] = bytesOf(text)
    manifest.digest = digestOf(text)
  })
}

function codeOf(bytes: Uint8Array): string {
  try {
    readPackage(bytes)
    return 'read'
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.code
  }
}

const row = (tables: Record<string, Record<string, Json>>, table: string) => {
  const found = Object.values(tables[table] ?? {})[0] as { fields: Json; position: string }
  return found
}

test('a package comes back as it was packed', () => {
  const read = readPackage(good)
  expect(canonicalState(read.parcel.state)).toBe(canonicalState(parcel.state))
  expect(read.versions).toHaveLength(1)
})

describe('refused, and nothing of it is taken', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['no zip', () => Buffer.from('这不是会议文件'), 'unsupported-file'],
    ['nothing', () => new Uint8Array(), 'unsupported-file'],
    ['another zip', () => zipSync({ 'word/document.xml': bytesOf('<x/>') }), 'unsupported-file'],
    ['a zip that is cut off', () => good.subarray(0, good.length - 200), 'damaged'],
    ['a newer format', () => forged((_, manifest) => Object.assign(manifest, { format: 2 })), 'too-new'],
    [
      'a newer format with fields nobody knows',
      () => forged((_, m) => Object.assign(m, { format: 9, new: {} })),
      'too-new',
    ],
    [
      'another kind of file',
      () => forged((_, manifest) => Object.assign(manifest, { kind: 'other' })),
      'unsupported-file',
    ],
    ['a field nobody knows', () => forged((_, manifest) => Object.assign(manifest, { extra: 1 })), 'damaged'],
    ['a meeting with no proper id', () => forged((_, m) => Object.assign(m, { meetingId: '../../x' })), 'damaged'],
    ['a time that is none', () => forged((_, m) => Object.assign(m, { made: MARKUP })), 'damaged'],
    ['an entry nobody knows', () => forged((files) => Object.assign(files, { 'x.exe': bytesOf('MZ') })), 'damaged'],
    [
      'a path out of the file',
      () => forged((files) => Object.assign(files, { '../../state.json': bytesOf('{}') })),
      'damaged',
    ],
    [
      'a path with backslashes',
      () => forged((files) => Object.assign(files, { 'known\\..\\x.json': bytesOf('{}') })),
      'damaged',
    ],
    [
      'an entry that is not listed',
      () => forged((files) => Object.assign(files, { 'pack.json': bytesOf('{}') }), false),
      'damaged',
    ],
    ['a missing entry', () => forged((files) => void delete files['versions.json']), 'damaged'],
    [
      'a checksum that is wrong',
      () => forged((f) => Object.assign(f, { 'history.json': bytesOf('[ ]') }), false),
      'damaged',
    ],
    ['a digest that is wrong', () => forged((_, m) => Object.assign(m, { digest: 'a'.repeat(64) })), 'damaged'],
    ['text that is no JSON', () => forged((f) => Object.assign(f, { 'history.json': bytesOf('[') })), 'damaged'],
    ['wrong types', () => forged((f) => Object.assign(f, { 'handouts.json': bytesOf('{"absent":"x"}') })), 'damaged'],
    ['clues that are not announced', () => forged((f) => Object.assign(f, { 'clues.json': bytesOf('[]') })), 'damaged'],
    [
      'a version that is no paper',
      () =>
        forged((f) => {
          const [version] = JSON.parse(textOf(f['versions.json'])) as Json[]
          f['versions.json'] = bytesOf(JSON.stringify([{ ...version, body: '{"format":1,"doc":{"type":"script"}}' }]))
        }),
      'damaged',
    ],
    [
      'a table nobody knows',
      () =>
        forgedState((tables) => Object.assign(tables, { scripts: {}, settings: { a: { position: '', fields: {} } } })),
      'damaged',
    ],
    [
      'a row named like what every object has',
      () => forgedState((t) => Object.assign(t, { 'blocks:__proto__': { a: { position: 'h', fields: {} } } })),
      'damaged',
    ],
    [
      'a problem with a field nobody knows',
      () => forgedState((t) => void Object.assign(row(t, 'problems').fields, { run: 'x' })),
      'damaged',
    ],
    [
      'somebody with no proper id',
      () =>
        forgedState((t) => {
          t.people = { x: row(t, 'people') as unknown as Json }
        }),
      'damaged',
    ],
    [
      'a name that is too long',
      () => forgedState((t) => void Object.assign(row(t, 'people').fields, { name: 'x'.repeat(300) })),
      'damaged',
    ],
    [
      'a place that has no end',
      () => forgedState((t) => void Object.assign(row(t, 'people'), { position: '000' })),
      'damaged',
    ],
    ['paragraphs of no paper', () => forgedState((t) => void delete t.papers), 'damaged'],
    [
      'a paragraph that is no node',
      () => forgedState((t) => void Object.assign(row(t, `blocks:${PAPER}`).fields, { node: MARKUP })),
      'damaged',
    ],
    [
      'a paragraph with an attribute of a wrong type',
      () =>
        forgedState((t) => {
          const node = '{"type":"paragraph","attrs":{"hint":7,"remarks":null}}'
          Object.assign(row(t, `blocks:${PAPER}`).fields, { node, section: 'body' })
        }),
      'damaged',
    ],
    [
      'two titles',
      () =>
        forgedState((t) => {
          const blocks = t[`blocks:${PAPER}`] ?? {}
          blocks.other = blocks.title as Json
        }),
      'damaged',
    ],
    ['no title', () => forgedState((t) => void delete t[`blocks:${PAPER}`]?.title), 'damaged'],
    [
      'a hidden variant that is no node',
      () =>
        forgedState((t) => {
          const fields = row(t, `blocks:${PAPER}`).fields
          fields.node = { base: null, variants: [String(fields.node), '{"type":"paragraph","content":7}'].sort() }
        }),
      'damaged',
    ],
  ])('%s', (_name, make, code) => {
    expect(codeOf(make())).toBe(code)
  })

  test('a zip bomb, even where it lies about its size', () => {
    const bomb = Buffer.alloc(80_000_000, '[')
    const packed = deflateRawSync(bomb)
    expect(packed.length).toBeLessThan(200_000)
    const honest = forged((files) => Object.assign(files, { 'history.json': bomb }))
    expect(codeOf(honest)).toBe('too-large')
    const lying = forged((files, manifest) => {
      files['history.json'] = bomb
      manifest.entries = (manifest.entries as Json[]).map((entry) =>
        entry.name === 'history.json' ? { ...entry, size: 2 } : entry,
      )
    }, false)
    expect(codeOf(lying)).toBe('too-large')
  })

  test('whatever is broken in a file, it is read or refused in a word, and soon', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(good)
        broken[at] = (broken[at] ?? 0) ^ change
        expect(['read', 'damaged', 'unsupported-file', 'too-new', 'too-large']).toContain(codeOf(broken))
      }),
      { numRuns: 400 },
    )
  })
})

test('markup in any text is text like any other', () => {
  const bytes = forgedState((tables) => {
    Object.assign(row(tables, 'people').fields, { name: MARKUP.slice(0, 28), post: MARKUP })
    Object.assign(row(tables, 'problems').fields, { text: MARKUP, note: MARKUP })
    Object.assign(tables.meeting?.meeting?.fields as Json, { title: MARKUP })
  })
  expect(codeOf(bytes)).toBe('read')
})
