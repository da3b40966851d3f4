import { join } from 'node:path'
import type { CommandName } from '../../shared/contract/commands.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import type { Log } from '../store/library.ts'
import { backupsService } from './backups.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createEventHub, type EventHub } from './event-hub.ts'
import { exportsService } from './exports.ts'
import { factsService } from './facts.ts'
import { handoutsService } from './handouts.ts'
import { type HostCommand, type HostKind, hostService } from './host.ts'
import type { HostPort } from './host-port.ts'
import { importsService } from './imports.ts'
import { libraryService } from './library.ts'
import { createLibraryKeeper, type Session } from './library-keeper.ts'
import { materialsService } from './materials.ts'
import { meetingsService } from './meetings.ts'
import { createOfferedFiles, type OfferedFiles } from './offered-files.ts'
import { createOfficePack, packService } from './pack.ts'
import { createPaperProgress } from './paper-progress.ts'
import { papersService } from './papers.ts'
import { peopleService } from './people.ts'
import { createPlaces } from './places.ts'
import { pointsService } from './points.ts'
import { readBackService } from './read-back.ts'
import { rectificationService } from './rectification.ts'
import { rectificationFilesService } from './rectification-files.ts'
import { clearRemoved, removedService } from './removed.ts'
import { revisionsService } from './revisions.ts'
import { createSample, sampleService } from './sample.ts'
import { searchService } from './search/search.ts'
import { createSearchThread } from './search/search-thread.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { settingsService } from './settings.ts'
import { transferService } from './transfer.ts'
import { clearUndoSteps, undoStepsService } from './undo-steps.ts'
import { waiversService } from './waivers.ts'

export interface ServicesOptions {
  /** Folder of the library; made when it is missing. */
  dataDir: string
  hostKind: HostKind
  /** What the host can do beyond the contract; see HostPort. */
  port?: HostPort
  /** Comes up also when the library is busy or its folder cannot be used: the page says so, and tries again. */
  showsEveryFailure?: boolean
  clock?: () => Date
  log?: Log
}

export interface Services {
  /** Never rejects: a failure is a value. */
  dispatch: Dispatch
  events: Pick<EventHub, 'listen'>
  /** Shows a meeting file (.huibei) that the system was asked to open, at once or when a window is there. */
  offerFile: OfferedFiles['offer']
  /** Runs something once the library is open: now, or when somebody has tried again. */
  whenOpen(run: () => void): void
  /** Makes the backup of the exit and frees the library. */
  close(): Promise<void>
}

export const logToStderr: Log = (message, error) => console.error(message, error ?? '')

/**
 * Everything the program does, without window or port: each host binds `dispatch` and `events` to its own door.
 * The first start makes the sample meeting. A damaged library, or one of a newer program, does not stop the start: the
 * commands that show the ways out work without it.
 * @throws Failure when the library cannot be opened and no screen would help, see createLibraryKeeper
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const {
    dataDir,
    hostKind,
    port = {},
    showsEveryFailure = false,
    clock = () => new Date(),
    log = logToStderr,
  } = options
  const pack = builtInPack
  const events = createEventHub(log)
  const keeper = await createLibraryKeeper({
    dataDir,
    clock,
    log,
    emit: events.emit,
    showsEveryFailure,
    begin: (library) =>
      beginSession({ library, pack, clock, log, emit: events.emit }, dataDir, () => keeper.noteDamage()),
  })
  const places = createPlaces()
  const offered = createOfferedFiles(events.emit)
  const always: Handlers<AlwaysCommand> = {
    ...hostService(hostKind, port),
    'library.state': keeper.state,
    'library.reopen': keeper.reopen,
    ...backupsService({ dataDir, keeper, places, pack, clock, log, emit: events.emit }),
    ...places.handlers,
    ...offered.handlers,
  }
  const dispatchAlways = createDispatch(always, log)
  const dispatch: Dispatch = (name, input) =>
    Object.hasOwn(always, name) ? dispatchAlways(name, input) : keeper.dispatch(name, input)
  const whenOpen = (run: () => void) => {
    if (keeper.session()) return run()
    const stop = events.listen(({ name }) => {
      if (name !== 'library.changed' || !keeper.session()) return
      stop()
      run()
    })
  }
  return { dispatch, events, offerFile: offered.offer, whenOpen, close: keeper.close }
}

type AlwaysCommand =
  | HostCommand
  | 'library.state'
  | 'library.reopen'
  | 'transfer.offered'
  | Extract<CommandName, `backup.${string}` | `place.${string}`>
type LibraryCommand = Exclude<CommandName, AlwaysCommand>

/** The services on a library that was just opened. */
async function beginSession(
  given: Omit<ServiceContext, 'progress'>,
  dataDir: string,
  onDamage: () => void,
): Promise<Pick<Session, 'dispatch' | 'end'>> {
  const { library, pack, log } = given
  const search = createSearchThread(dataDir, log)
  const emit: ServiceContext['emit'] = (message) => {
    search.changed()
    given.emit(message)
  }
  const office = createOfficePack(pack, library, log)
  const context: ServiceContext = {
    ...given,
    emit,
    get pack() {
      return office.current()
    },
    progress: createPaperProgress(office, library, log),
  }

  if (library.meetings.isEmpty()) {
    await createSample(context).catch((error: unknown) => log('sample meeting not made', error))
  }
  clearRemoved(context)
  const undoFolder = join(dataDir, 'undo')
  await clearUndoSteps(undoFolder, given.clock()).catch((error: unknown) =>
    log('old undo steps not cleared away', error),
  )

  const handlers: Handlers<LibraryCommand> = {
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
    ...readBackService(context),
    ...libraryService(context),
    ...settingsService(context),
    ...packService(context, office),
    ...removedService(context),
    ...undoStepsService(context, undoFolder),
    ...rectificationService(context),
    ...rectificationFilesService(context),
    ...searchService(context, search),
    ...materialsService(context, search.changed),
    ...transferService(context),
  }
  return { dispatch: createDispatch(handlers, log, onDamage), end: search.close }
}
