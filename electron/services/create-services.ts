import { builtInPack } from '../../shared/packs/pack.ts'
import { type Log, openLibrary } from '../store/library.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createEventHub, type EventHub } from './event-hub.ts'
import { exportsService } from './exports.ts'
import { factsService } from './facts.ts'
import { handoutsService } from './handouts.ts'
import { type HostKind, hostService } from './host.ts'
import type { HostPort } from './host-port.ts'
import { importsService } from './imports.ts'
import { libraryService } from './library.ts'
import { meetingsService } from './meetings.ts'
import { createPaperProgress } from './paper-progress.ts'
import { papersService } from './papers.ts'
import { peopleService } from './people.ts'
import { pointsService } from './points.ts'
import { revisionsService } from './revisions.ts'
import { createSample, sampleService } from './sample.ts'
import type { ServiceContext } from './service-context.ts'
import { settingsService } from './settings.ts'
import { waiversService } from './waivers.ts'

export interface ServicesOptions {
  /** Folder of the library; made when it is missing. */
  dataDir: string
  hostKind: HostKind
  /** What the host can do beyond the contract; see HostPort. */
  port?: HostPort
  clock?: () => Date
  log?: Log
}

export interface Services {
  /** Never rejects: a failure is a value. */
  dispatch: Dispatch
  events: Pick<EventHub, 'listen'>
  /** Makes the backup of the exit and frees the library. */
  close(): Promise<void>
}

export const logToStderr: Log = (message, error) => console.error(message, error ?? '')

/**
 * Everything the program does, without window or port: each host binds `dispatch` and `events` to its own door.
 * The first start makes the sample meeting.
 * @throws Failure when the library cannot be opened, see openLibrary
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, hostKind, port = {}, clock = () => new Date(), log = logToStderr } = options
  const pack = builtInPack
  const library = openLibrary({ dataDir, clock, log })
  const events = createEventHub(log)
  const progress = createPaperProgress(pack, library, log)
  const context: ServiceContext = { library, pack, clock, log, emit: events.emit, progress }

  if (library.meetings.isEmpty()) {
    await createSample(context).catch((error: unknown) => log('sample meeting not made', error))
  }

  const handlers = {
    ...hostService(hostKind, port),
    ...meetingsService(context),
    ...sampleService(context),
    ...factsService(context),
    ...peopleService(context),
    ...papersService(context),
    ...importsService(context),
    ...pointsService(context),
    ...waiversService(context),
    ...revisionsService(context),
    ...exportsService(context),
    ...handoutsService(context),
    ...libraryService(context),
    ...settingsService(context),
  }
  return { dispatch: createDispatch(handlers, log), events, close: library.close }
}
