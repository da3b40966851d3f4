import { defaultSettings, type Settings, settingsSchema } from '../../shared/model/settings.ts'
import type { Tables } from '../store/tables.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

/** The settings as stored; defaults where a stored file cannot be read any more, for that must not stop the work. */
export function readSettings({ library, log }: Pick<ServiceContext, 'log'> & { library: Pick<Tables, 'settings'> }): {
  revision: number
  settings: Settings
} {
  const { revision, value } = library.settings.get()
  const last = lastParsed.get(library.settings)
  if (last?.value === value) return { revision, settings: last.settings }
  const settings = parse(value, log)
  lastParsed.set(library.settings, { value, settings })
  return { revision, settings }
}

/** Every line of every list asks for the settings; they are parsed when they have changed. */
const lastParsed = new WeakMap<Tables['settings'], { value: string; settings: Settings }>()

function parse(value: string, log: ServiceContext['log']): Settings {
  try {
    return settingsSchema.parse(JSON.parse(value))
  } catch (error) {
    log('stored settings unreadable, defaults used', error)
    return defaultSettings
  }
}

export function settingsService(context: ServiceContext): Handlers<'settings.get' | 'settings.save'> {
  const { library, emit } = context
  return {
    'settings.get': () => readSettings(context),
    'settings.save'({ revision, settings }) {
      const raised = library.write(() => library.settings.save(revision, JSON.stringify(settings)))
      emit({ name: 'settings.changed', data: { revision: raised } })
      return { revision: raised }
    },
  }
}
