import { CircleHelp, Settings as SettingsIcon } from 'lucide-react'
import { Suspense, useCallback, useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { BackupsDialog } from '../backups/BackupsDialog.tsx'
import { markTourSeen, wasTourSeen } from '../help/Tour.tsx'
import { StartPage } from '../meetings/StartPage.tsx'
import { goToFirstHit } from '../search/hit-keys.ts'
import { SearchResults } from '../search/SearchResults.tsx'
import type { SettingsSession } from '../settings/settings-session.ts'
import { askExport, askImport, isMeetingFile, transferRequest } from '../transfer/transfer-requests.ts'
import { IconButton } from '../ui/Button.tsx'
import { Notices } from '../ui/Notices.tsx'
import { notify } from '../ui/notice-store.ts'
import { onDemand } from '../ui/on-demand.tsx'
import { actOnKey, useProgramActions } from '../ui/program-actions.ts'
import { useStore } from '../ui/store.ts'
import { pendingJump } from '../workbench/pending-jump.ts'
import { useNativeMenu } from './native-menu.ts'
import { currentRoute, go } from './route.ts'
import type { Sheet, TourState } from './Screens.tsx'
import { useOfferedFile } from './use-offered-file.ts'

const Transfers = onDemand(async () => (await import('./Transfers.tsx')).Transfers)
const Screens = onDemand(async () => (await import('./Screens.tsx')).Screens)

interface AppProps {
  settings: SettingsSession
  /** Rises when events may have been missed. */
  missed: number
}

export function App({ settings, missed }: AppProps) {
  const backend = useBackend()
  const route = useStore(currentRoute)
  const office = useStore(settings.store)
  const [sheet, setSheet] = useState<Sheet>(null)
  const [changes, setChanges] = useState(0)
  const [tour, setTour] = useState<TourState>(() => (wasTourSeen() ? null : 'offered'))
  const [hasScreens, setScreens] = useState(false)
  const needsScreens = route.page !== 'start' || (sheet !== null && sheet !== 'backups')
  useEffect(() => {
    if (needsScreens) setScreens(true)
  }, [needsScreens])
  // They come while nothing else is to be done, so that the first click does not wait for them.
  const waitForIdle = useCallback(() => requestIdleCallback(() => setScreens(true), { timeout: 1000 }), [])

  useEffect(() => {
    // Only the list of meetings shows them; a paper that is being typed is saved twice a second.
    const more = () => currentRoute.get().page === 'start' && setChanges((count) => count + 1)
    const stops = [
      backend.on('meeting.changed', more),
      backend.on('paper.changed', more),
      backend.on('ledger.changed', more),
      backend.on('settings.changed', () => void settings.reload().catch(() => undefined)),
      backend.on('pack.changed', more),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [backend, settings])

  useEffect(() => {
    window.addEventListener('keydown', actOnKey)
    return () => window.removeEventListener('keydown', actOnKey)
  }, [])
  useProgramActions({
    help: () => setSheet('help'),
    settings: () => setSheet('settings'),
    backups: () => setSheet('backups'),
    'new-meeting': () => go({ page: 'new-meeting' }),
    'import-meeting': () => askImport(null),
    ...(route.page === 'start' ? {} : { meetings: () => go({ page: 'start' }) }),
  })
  useNativeMenu()
  useOfferedFile(backend, missed)
  const transfer = useStore(transferRequest)

  useEffect(() => {
    // A file dropped beside its mark would take the place of the program in the window.
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (event.type !== 'drop') return
      const file = event.dataTransfer.files[0]
      if (isMeetingFile(file)) askImport(file)
      else notify('先打开一个会议，再把文稿拖进来。')
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])

  const openHit = (hit: SearchHit) => {
    if (hit.meetingId === null) return
    if (hit.source === 'ledger') return go({ page: 'rectification', meetingId: hit.meetingId, tab: 'ledger' })
    const paperId = hit.source === 'paper' ? hit.ref : null
    pendingJump.set(paperId && hit.kind === 'paragraph' && hit.whole ? { paperId, paragraph: hit.whole } : null)
    go({ page: 'meeting', meetingId: hit.meetingId, paperId })
  }

  const tools = (
    <>
      <IconButton label="设置" icon={<SettingsIcon aria-hidden />} onPress={() => setSheet('settings')} />
      <IconButton label="帮助" shortcut="F1" icon={<CircleHelp aria-hidden />} onPress={() => setSheet('help')} />
    </>
  )

  return (
    <div className="app">
      {(route.page === 'start' || route.page === 'new-meeting') && (
        <header className="app-head">
          <p className="app-name">
            <img src="./favicon.svg" alt="" />
            会备
            {office.officeName && <small>{office.officeName}</small>}
          </p>
          {tools}
        </header>
      )}
      {route.page === 'start' && (
        <StartPage
          version={changes + missed}
          onShown={waitForIdle}
          onOpen={(meetingId, paperId) => go({ page: 'meeting', meetingId, paperId })}
          onNew={() => go({ page: 'new-meeting' })}
          onBackups={() => setSheet('backups')}
          onImport={() => askImport(null)}
          onExport={({ id, title }) => askExport(id, title)}
          results={(text) => <SearchResults text={text} onOpen={openHit} />}
          onArrowDown={goToFirstHit}
          isWelcome={tour === 'offered'}
          onWelcome={(sampleId) => {
            markTourSeen()
            setTour(sampleId ? 'running' : null)
            if (sampleId) go({ page: 'meeting', meetingId: sampleId, paperId: null })
          }}
        />
      )}
      {(needsScreens || hasScreens) && (
        <Suspense fallback={route.page === 'start' ? null : <main className="lone-message" aria-busy="true" />}>
          <Screens
            route={route}
            settings={settings}
            office={office}
            missed={missed}
            tools={tools}
            tour={tour}
            sheet={sheet}
            onOpenHit={openHit}
            onSheet={setSheet}
            onTour={setTour}
          />
        </Suspense>
      )}
      {transfer && (
        <Suspense fallback={null}>
          <Transfers />
        </Suspense>
      )}
      {sheet === 'backups' && <BackupsDialog onClose={() => setSheet(null)} />}
      <Notices />
    </div>
  )
}
