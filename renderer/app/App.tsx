import { CircleHelp, Settings as SettingsIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { BackupsDialog } from '../backups/BackupsDialog.tsx'
import { HelpDialog } from '../help/HelpDialog.tsx'
import { markTourSeen, wasTourSeen } from '../help/Tour.tsx'
import { StartPage } from '../meetings/StartPage.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import type { SettingsSession } from '../settings/settings-session.ts'
import { IconButton } from '../ui/Button.tsx'
import { Notices } from '../ui/Notices.tsx'
import { notify } from '../ui/notice-store.ts'
import { useStore } from '../ui/store.ts'
import { WorkbenchPage } from '../workbench/WorkbenchPage.tsx'
import { NewMeetingPage } from './NewMeetingPage.tsx'
import { currentRoute, go } from './route.ts'
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
  const [sheet, setSheet] = useState<'help' | 'settings' | 'backups' | null>(null)
  const [changes, setChanges] = useState(0)
  const [tour, setTour] = useState<'offered' | 'running' | null>(() => (wasTourSeen() ? null : 'offered'))

  useEffect(() => {
    const more = () => setChanges((count) => count + 1)
    const stops = [
      backend.on('meeting.changed', more),
      backend.on('paper.changed', more),
      backend.on('settings.changed', () => void settings.reload().catch(() => undefined)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [backend, settings])

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

  const tools = (
    <>
      <IconButton label="设置" icon={<SettingsIcon aria-hidden />} onPress={() => setSheet('settings')} />
      <IconButton label="帮助" shortcut="F1" icon={<CircleHelp aria-hidden />} onPress={() => setSheet('help')} />
    </>
  )

  return (
    <div className="app">
      {route.page !== 'meeting' && (
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
          tools={tools}
          isTour={tour === 'running'}
          onTourEnd={() => setTour(null)}
          onPaper={(paperId) => go({ page: 'meeting', meetingId: route.meetingId, paperId }, 'replace')}
          onLeave={() => go({ page: 'start' })}
        />
      )}
      {sheet === 'settings' && <SettingsDialog session={settings} onClose={() => setSheet(null)} />}
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
