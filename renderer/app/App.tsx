import { CircleHelp, ListTree, Settings as SettingsIcon } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { BackupsDialog } from '../backups/BackupsDialog.tsx'
import { HelpDialog } from '../help/HelpDialog.tsx'
import { markTourSeen, wasTourSeen } from '../help/Tour.tsx'
import { StartPage } from '../meetings/StartPage.tsx'
import { SearchResults } from '../search/SearchResults.tsx'
import { createPackSession } from '../settings/pack-session.ts'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import type { SettingsSession } from '../settings/settings-session.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Notices } from '../ui/Notices.tsx'
import { notify } from '../ui/notice-store.ts'
import { useStore } from '../ui/store.ts'
import { saveFile } from '../workbench/save-file.ts'
import type { FoundPlace } from '../workbench/use-found-place.ts'
import { WorkbenchPage } from '../workbench/WorkbenchPage.tsx'
import { NewMeetingPage } from './NewMeetingPage.tsx'
import { RectificationPage } from './RectificationPage.tsx'
import { currentRoute, go, RECTIFICATION_TABS } from './route.ts'
import { shortcutGroups } from './shortcuts.ts'

interface AppProps {
  settings: SettingsSession
  /** Rises when events may have been missed. */
  missed: number
}

export function App({ settings, missed }: AppProps) {
  const backend = useBackend()
  const route = useStore(currentRoute)
  const office = useStore(settings.store)
  const packs = useMemo(() => createPackSession(backend), [backend])
  const [sheet, setSheet] = useState<'help' | 'settings' | 'backups' | null>(null)
  const [found, setFound] = useState<FoundPlace | null>(null)
  const [changes, setChanges] = useState(0)
  const [tour, setTour] = useState<'offered' | 'running' | null>(() => (wasTourSeen() ? null : 'offered'))

  useEffect(() => {
    const more = () => setChanges((count) => count + 1)
    const stops = [
      backend.on('meeting.changed', more),
      backend.on('paper.changed', more),
      backend.on('ledger.changed', more),
      backend.on('settings.changed', () => void settings.reload().catch(() => undefined)),
      backend.on('pack.changed', () => {
        more()
        packs.reload().catch(() => undefined)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [backend, settings, packs])

  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to read again
  useEffect(() => {
    packs.reload().catch(() => undefined)
  }, [packs, missed])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const save = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
      if (event.key !== 'F1' && !save) return
      event.preventDefault()
      if (event.key === 'F1') setSheet('help')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  useEffect(() => {
    // A file dropped beside its mark would take the place of the program in the window.
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (event.type === 'drop') notify('先打开一个会议，再把文稿拖进来。')
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
    setFound(paperId && hit.kind === 'paragraph' && hit.whole ? { paperId, paragraph: hit.whole } : null)
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
          onOpen={(meetingId, paperId) => go({ page: 'meeting', meetingId, paperId })}
          onNew={() => go({ page: 'new-meeting' })}
          onBackups={() => setSheet('backups')}
          results={(text) => <SearchResults text={text} onOpen={openHit} />}
          isWelcome={tour === 'offered'}
          onWelcome={(sampleId) => {
            markTourSeen()
            setTour(sampleId ? 'running' : null)
            if (sampleId) go({ page: 'meeting', meetingId: sampleId, paperId: null })
          }}
        />
      )}
      {route.page === 'new-meeting' && (
        <NewMeetingPage
          settings={office}
          onCancel={() => go({ page: 'start' })}
          onCreated={(meeting) =>
            go({ page: 'meeting', meetingId: meeting.id, paperId: meeting.papers[0]?.id ?? null }, 'replace')
          }
        />
      )}
      {route.page === 'meeting' && (
        <WorkbenchPage
          key={route.meetingId}
          meetingId={route.meetingId}
          paperId={route.paperId}
          settings={office}
          missed={missed}
          tools={
            <>
              <MenuButton
                label="整改和议程"
                icon={<ListTree aria-hidden />}
                entries={RECTIFICATION_TABS.map(({ id, label }) => ({
                  id,
                  label,
                  run: () => go({ page: 'rectification', meetingId: route.meetingId, tab: id }),
                }))}
              />
              {tools}
            </>
          }
          isTour={tour === 'running'}
          onTourEnd={() => setTour(null)}
          found={found}
          onOpenHit={openHit}
          onPaper={(paperId) => go({ page: 'meeting', meetingId: route.meetingId, paperId }, 'replace')}
          onLeave={() => go({ page: 'start' })}
        />
      )}
      {route.page === 'rectification' && (
        <RectificationPage
          key={route.meetingId}
          meetingId={route.meetingId}
          tab={route.tab}
          settings={settings}
          missed={missed}
          tools={tools}
          onTab={(tab) => go({ page: 'rectification', meetingId: route.meetingId, tab }, 'replace')}
          onPaper={(paperId) => go({ page: 'meeting', meetingId: route.meetingId, paperId })}
          onLeave={() => go({ page: 'meeting', meetingId: route.meetingId, paperId: null })}
        />
      )}
      {sheet === 'settings' && (
        <SettingsDialog
          session={settings}
          packs={packs}
          onSaveFile={(file) => saveFile(backend, file)}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'backups' && <BackupsDialog onClose={() => setSheet(null)} />}
      {sheet === 'help' && (
        <HelpDialog
          shortcuts={shortcutGroups()}
          onTour={() => {
            setSheet(null)
            setTour(route.page === 'meeting' ? 'running' : 'offered')
          }}
          onClose={() => setSheet(null)}
        />
      )}
      <Notices />
    </div>
  )
}
