import { ListTree } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useMemo } from 'react'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { useBackend } from '../backend/backend-context.ts'
import { createPackSession } from '../settings/pack-session.ts'
import type { SettingsSession } from '../settings/settings-session.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { saveFile } from '../workbench/save-file.ts'
import { WorkbenchPage } from '../workbench/WorkbenchPage.tsx'
import { NewMeetingPage } from './NewMeetingPage.tsx'
import { go, RECTIFICATION_TABS, type Route } from './route.ts'
import { shortcutGroups } from './shortcuts.ts'

const RectificationPage = onDemand(async () => (await import('./RectificationPage.tsx')).RectificationPage)
const SettingsDialog = onDemand(async () => (await import('../settings/SettingsDialog.tsx')).SettingsDialog)
const HelpDialog = onDemand(async () => (await import('../help/HelpDialog.tsx')).HelpDialog)

export type Sheet = 'help' | 'settings' | 'backups' | null
export type TourState = 'offered' | 'running' | null

export interface ScreensProps {
  route: Route
  settings: SettingsSession
  office: Settings
  /** Rises when events may have been missed. */
  missed: number
  /** The program's own buttons: settings, help. */
  tools: ReactNode
  tour: TourState
  sheet: Sheet
  onOpenHit(hit: SearchHit): void
  onSheet(sheet: Sheet): void
  onTour(tour: TourState): void
}

/** Everything beyond the list of meetings. Its code comes after the list is on the screen. */
export function Screens(props: ScreensProps) {
  const { route, settings, office, missed, tools, tour, sheet, onOpenHit, onSheet, onTour } = props
  const backend = useBackend()
  const packs = useMemo(() => createPackSession(backend), [backend])
  const closeSheet = () => onSheet(null)

  useEffect(() => backend.on('pack.changed', () => void packs.reload().catch(() => undefined)), [backend, packs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to read again
  useEffect(() => {
    packs.reload().catch(() => undefined)
  }, [packs, missed])
  useEffect(() => {
    for (const part of [RectificationPage, SettingsDialog, HelpDialog]) part.preload()
  }, [])

  return (
    <>
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
          onTourEnd={() => onTour(null)}
          onOpenHit={onOpenHit}
          onPaper={(paperId) => go({ page: 'meeting', meetingId: route.meetingId, paperId }, 'replace')}
          onLeave={() => go({ page: 'start' })}
        />
      )}
      {route.page === 'rectification' && (
        <Suspense fallback={<main className="lone-message" aria-busy="true" />}>
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
        </Suspense>
      )}
      <Suspense fallback={null}>
        {sheet === 'settings' && (
          <SettingsDialog
            session={settings}
            packs={packs}
            onSaveFile={(file) => saveFile(backend, file)}
            onClose={closeSheet}
          />
        )}
        {sheet === 'help' && (
          <HelpDialog
            shortcuts={shortcutGroups()}
            onTour={() => {
              closeSheet()
              onTour(route.page === 'meeting' ? 'running' : 'offered')
            }}
            onClose={closeSheet}
          />
        )}
      </Suspense>
    </>
  )
}
