import type { Backend } from '../../shared/contract/backend.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { defaultSettings, type Settings } from '../../shared/model/settings.ts'
import { createStore, type Store } from '../ui/store.ts'

/** The office's settings as last read or written. */
export interface SettingsSession {
  store: Store<Settings>
  reload(): Promise<void>
  /** Applies a change at once and writes it; a change from another window in between is kept. @throws Failure */
  change(edit: (settings: Settings) => Settings): Promise<void>
}

export function createSettingsSession(backend: Backend): SettingsSession {
  const store = createStore<Settings>(defaultSettings)
  let revision = 0
  let writing: Promise<void> = Promise.resolve()

  async function reload(): Promise<void> {
    const read = await backend.call('settings.get', {})
    revision = read.revision
    store.set(read.settings)
  }

  async function write(edit: (settings: Settings) => Settings, again: boolean): Promise<void> {
    const settings = edit(store.get())
    store.set(settings)
    try {
      revision = (await backend.call('settings.save', { revision, settings })).revision
    } catch (error) {
      const stale = error instanceof Failure && error.code === 'conflict'
      await reload().catch(() => undefined)
      if (!stale || !again) throw error
      await write(edit, false)
    }
  }

  return {
    store,
    reload,
    change(edit) {
      const done = writing.then(() => write(edit, true))
      writing = done.catch(() => undefined)
      return done
    },
  }
}
