import { z } from 'zod'
import { Failure } from '../../shared/contract/failures.ts'
import { checkPaper, checkState } from '../../shared/merge/check-state.ts'
import type { KnownState } from '../../shared/merge/common-base.ts'
import { canonicalState, type State } from '../../shared/merge/state.ts'
import { ZipReader } from '../import/zip-reader.ts'
import {
  cluesSchema,
  digestOf,
  handoutsSchema,
  historySchema,
  knownSchema,
  type Manifest,
  type MeetingPackage,
  manifestSchema,
  PACKAGE_FORMAT,
  packSchema,
  stateSchema,
  versionsSchema,
} from './meeting-package.ts'

/** Bytes all entries together may unpack to: far above any meeting, far below what hurts a small machine. */
const LARGEST = 200_000_000
const MANIFEST = 'manifest.json'
const ENTRY = /^(?:(?:state|versions|history|handouts|clues|pack)\.json|known\/[0-9a-f]{64}\.json)$/

const foreign = () => new Failure('unsupported-file', '这不是会备导出的会议文件。')
const damaged = () => new Failure('damaged', '会议文件的内容对不上。')

const versionOnly = z.object({ kind: z.literal('huibei-meeting'), format: z.number().int() })

/**
 * Reads a package without a password, and believes nothing in it: sizes, checksums, every field and every paragraph are
 * checked before anything else sees them.
 * @throws Failure 'unsupported-file' when it is no package, 'too-new', 'too-large', 'damaged'
 */
export function readPackage(bytes: Uint8Array): MeetingPackage {
  const zip = openZip(bytes)
  const manifest = readManifest(zip)
  const entries = readEntries(zip, manifest)
  try {
    return packageOf(manifest, entries)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw damaged()
  }
}

function openZip(bytes: Uint8Array): ZipReader {
  try {
    const zip = new ZipReader(bytes)
    if (zip.has(MANIFEST)) return zip
  } catch (error) {
    if (error instanceof Failure && error.code === 'too-large') throw error
    // A zip that was cut off begins like one.
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw damaged()
  }
  throw foreign()
}

/** A file that was damaged on the way, in the words of a package. */
function part(zip: ZipReader, name: string): Buffer | null {
  try {
    return zip.bytes(name)
  } catch (error) {
    if (error instanceof Failure && error.code === 'too-large') throw new Failure('too-large', '会议文件展开后过大。')
    throw damaged()
  }
}

function parse<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
}

function readManifest(zip: ZipReader): Manifest {
  const bytes = part(zip, MANIFEST) ?? Buffer.alloc(0)
  let format: number
  try {
    format = parse(versionOnly, bytes).format
  } catch {
    throw foreign()
  }
  if (format > PACKAGE_FORMAT) throw new Failure('too-new')
  try {
    return parse(manifestSchema, bytes)
  } catch {
    throw damaged()
  }
}

function readEntries(zip: ZipReader, { entries }: Manifest): Map<string, Buffer> {
  const listed = new Set(entries.map(({ name }) => name))
  const isListed = zip.names.every((name) => name === MANIFEST || listed.has(name))
  if (!isListed || listed.size < entries.length || entries.some(({ name }) => !ENTRY.test(name))) throw damaged()
  if (entries.reduce((total, { size }) => total + size, 0) > LARGEST)
    throw new Failure('too-large', '会议文件展开后过大。')
  return new Map(
    entries.map(({ name, size, sha256 }) => {
      const bytes = part(zip, name)
      if (!bytes || bytes.length !== size || digestOf(bytes) !== sha256) throw damaged()
      return [name, bytes]
    }),
  )
}

function packageOf(manifest: Manifest, entries: ReadonlyMap<string, Buffer>): MeetingPackage {
  const read = <T>(name: string, schema: z.ZodType<T>): T => {
    const bytes = entries.get(name)
    if (!bytes) throw damaged()
    return parse(schema, bytes)
  }
  const optional = <T>(name: string, schema: z.ZodType<T>): T | null => (entries.has(name) ? read(name, schema) : null)
  const { digest, ancestors, options, entries: _entries, kind: _kind, format: _format, ...head } = manifest
  const versions = read('versions.json', versionsSchema)
  for (const { body } of versions) checkPaper(body)
  const clues = optional('clues.json', cluesSchema)
  if (options.clues !== (clues !== null)) throw damaged()
  const known = [...entries.keys()]
    .filter((name) => name.startsWith('known/'))
    .map((name): KnownState => {
      const one = read(name, knownSchema)
      const named = name.slice('known/'.length, -'.json'.length)
      return { digest: named, ancestors: new Set(one.ancestors), state: checked(one.state, named) }
    })
  return {
    head,
    parcel: { digest, ancestors: new Set(ancestors), state: checked(read('state.json', stateSchema), digest), known },
    versions,
    history: read('history.json', historySchema),
    absent: read('handouts.json', handoutsSchema).absent,
    clues,
    pack: optional('pack.json', packSchema)?.text ?? null,
  }
}

function checked(state: State, digest: string): State {
  if (digestOf(canonicalState(state)) !== digest) throw damaged()
  checkState(state)
  return state
}
