import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { noOverrides, type PackOverrides } from '../../shared/model/pack-overrides.ts'
import { effectivePack } from '../../shared/packs/effective-pack.ts'
import { builtInPack, type Pack } from '../../shared/packs/pack.ts'
import { readPack } from '../../shared/packs/read-pack.ts'
import { officePack } from '../ui/office-pack.ts'
import { createStore, type Store } from '../ui/store.ts'

/** Where the pack in use comes from, and what the office has changed. */
export interface PackView {
  imported: { fileName: string; on: string } | null
  /** Why an imported pack is not in use. */
  problem: string | null
  overrides: PackOverrides
}

export interface PackSession {
  store: Store<PackView>
  /** Reads again and puts the pack in use for every screen. @throws Failure */
  reload(): Promise<void>
  /** @throws Failure 'invalid-input' naming line and field; nothing has changed then */
  importFile(file: { fileName: string; bytes: string }): Promise<{ name: string; version: string }>
  exportFile(): Promise<{ fileName: string; bytes: string }>
  reset(): Promise<void>
  /** Applies a change to the office's own part; one made in another window meanwhile is kept. @throws Failure */
  change(edit: (overrides: PackOverrides) => PackOverrides): Promise<void>
}

export function createPackSession(backend: Backend): PackSession {
  const store = createStore<PackView>({ imported: null, problem: null, overrides: noOverrides })
  let last: CommandOutput<'pack.get'> | null = null
  let base: { text: string; pack: Pack } | null = null
  let doing: Promise<unknown> = Promise.resolve()

  async function reload(): Promise<void> {
    const read = await backend.call('pack.get', {})
    const { imported, problem, overrides } = read
    if (imported?.text !== base?.text) base = imported && { text: imported.text, pack: readPack(imported.text) }
    // The same content keeps its pack, so that no checker is prepared again without need.
    if (last?.revision !== read.revision || last.overridesRevision !== read.overridesRevision)
      officePack.set(effectivePack(builtInPack, base?.pack ?? null, overrides))
    last = read
    store.set({ imported: imported && { fileName: imported.fileName, on: imported.on }, problem, overrides })
  }

  /** One thing after the other, each on what is stored now; once more when another window was quicker. */
  function inTurn<T>(action: (now: CommandOutput<'pack.get'>) => Promise<T>): Promise<T> {
    const attempt = async (again: boolean): Promise<T> => {
      if (!last) await reload()
      if (!last) throw new Failure('internal')
      try {
        const result = await action(last)
        await reload()
        return result
      } catch (error) {
        if (!again || !(error instanceof Failure) || error.code !== 'conflict') throw error
        await reload()
        return attempt(false)
      }
    }
    const done = doing.then(() => attempt(true))
    doing = done.catch(() => undefined)
    return done
  }

  return {
    store,
    reload,
    importFile: (file) => inTurn(({ revision }) => backend.call('pack.import', { revision, ...file })),
    exportFile: () => backend.call('pack.export', {}),
    reset: () => inTurn(({ revision }) => backend.call('pack.reset', { revision })).then(() => undefined),
    change: (edit) =>
      inTurn(({ overridesRevision: revision, overrides }) =>
        backend.call('pack.override', { revision, overrides: edit(overrides) }),
      ).then(() => undefined),
  }
}
