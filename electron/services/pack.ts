import { z } from 'zod'
import { checkerFor } from '../../shared/checks/checker.ts'
import type { CommandName } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { noOverrides, type PackOverrides, packOverridesSchema } from '../../shared/model/pack-overrides.ts'
import { effectivePack, overridesProblem } from '../../shared/packs/effective-pack.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import { LARGEST_PACK, readPack, UnreadablePack } from '../../shared/packs/read-pack.ts'
import type { Tables } from '../store/tables.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

/** The pack this office works with, read again when something of it has changed. */
export interface OfficePack {
  current(): Pack
  /** Differs whenever the pack does. */
  key(): string
  /** Why the imported pack is not in use. */
  problem(): string | null
}

type Packs = Pick<Tables, 'pack' | 'packOverrides'>

const importedSchema = z.object({ text: z.string(), fileName: z.string(), on: z.string() }).nullable()
type Imported = z.infer<typeof importedSchema>

function storedImport(library: Packs): Imported {
  const { value } = library.pack.get()
  return value === '{}' ? null : importedSchema.parse(JSON.parse(value))
}

function storedOverrides(library: Packs, log: ServiceContext['log']): PackOverrides {
  try {
    const overrides = packOverridesSchema.parse(JSON.parse(library.packOverrides.get().value))
    if (overridesProblem(overrides) === null) return overrides
  } catch (error) {
    log('stored changes to the pack unreadable, left aside', error)
  }
  return noOverrides
}

/** What cannot be read any more, after an update or a restore, is left aside: the checks go on with what is shipped. */
export function createOfficePack(shipped: Pack, library: Packs, log: ServiceContext['log']): OfficePack {
  let base: { revision: number; pack: Pack | null; problem: string | null } | undefined
  let merged: { key: string; pack: Pack } | undefined

  const imported = () => {
    const { revision } = library.pack.get()
    if (base?.revision === revision) return base
    base = { revision, pack: null, problem: null }
    try {
      const stored = storedImport(library)
      base.pack = stored && readPack(stored.text)
    } catch (error) {
      log('imported pack unreadable, the shipped one is used', error)
      base.problem = error instanceof UnreadablePack ? error.message : '导入的规则包读不出来。'
    }
    return base
  }
  const key = () =>
    JSON.stringify([shipped.id, shipped.version, library.pack.get().revision, library.packOverrides.get().revision])

  return {
    key,
    problem: () => imported().problem,
    current() {
      const wanted = key()
      if (merged?.key !== wanted)
        merged = { key: wanted, pack: effectivePack(shipped, imported().pack, storedOverrides(library, log)) }
      return merged.pack
    },
  }
}

/** @throws Failure 'invalid-input' with a sentence naming line and field */
function readImport(bytes: Buffer): { text: string; pack: Pack } {
  if (bytes.length > LARGEST_PACK) throw new Failure('too-large')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const pack = readPack(text)
    checkerFor(pack)
    return { text, pack }
  } catch (error) {
    if (error instanceof UnreadablePack) throw new Failure('invalid-input', error.message)
    if (error instanceof TypeError) throw new Failure('invalid-input', '这不是规则包文件（UTF-8 文字）。')
    throw error
  }
}

export function packService(
  context: ServiceContext,
  office: OfficePack,
): Handlers<Extract<CommandName, `pack.${string}`>> {
  const { library, emit, clock, log } = context
  const save = (table: Packs[keyof Packs], revision: number, value: unknown) => {
    const raised = library.write(() => table.save(revision, JSON.stringify(value)))
    emit({ name: 'pack.changed', data: {} })
    return raised
  }
  return {
    'pack.get'() {
      const problem = office.problem()
      return {
        revision: library.pack.get().revision,
        imported: problem === null ? storedImport(library) : null,
        problem,
        overridesRevision: library.packOverrides.get().revision,
        overrides: storedOverrides(library, log),
      }
    },
    'pack.import'({ revision, fileName, bytes }) {
      const { text, pack } = readImport(Buffer.from(bytes, 'base64'))
      const raised = save(library.pack, revision, { text, fileName, on: clock().toISOString() })
      return { revision: raised, name: pack.name, version: pack.version }
    },
    'pack.export'() {
      const pack = office.current()
      const text = `${JSON.stringify(pack, null, 2)}\n`
      return { fileName: `${pack.name} ${pack.version}.json`, bytes: Buffer.from(text, 'utf8').toString('base64') }
    },
    'pack.reset': ({ revision }) => ({ revision: save(library.pack, revision, null) }),
    'pack.override'({ revision, overrides }) {
      const problem = overridesProblem(overrides)
      if (problem) throw new Failure('invalid-input', problem)
      return { revision: save(library.packOverrides, revision, overrides) }
    },
  }
}
