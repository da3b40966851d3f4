import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { createLedgerSession, type LedgerSession } from '../ledger/ledger-session.ts'
import type { SettingsSession } from '../settings/settings-session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { createMeetingSession, type MeetingSession } from '../workbench/meeting-session.ts'
import { RectificationTabs } from './RectificationTabs.tsx'
import type { RectificationTab } from './route.ts'

export interface RectificationPageProps {
  meetingId: string
  tab: RectificationTab
  settings: SettingsSession
  /** Rises when events may have been missed. */
  missed: number
  tools: ReactNode
  onTab(tab: RectificationTab): void
  onPaper(paperId: string): void
  onLeave(): void
}

interface Opened {
  meeting: MeetingSession
  ledger: LedgerSession
  /** Text of the 反馈意见 the meeting has. */
  feedback: Meeting['papers'][number] | null
}

/** 整改和议程 of one meeting: reads it, then shows its screens. */
export function RectificationPage(props: RectificationPageProps) {
  const { meetingId, settings, missed, onLeave } = props
  const backend = useBackend()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to read again
  useEffect(() => {
    let gone = false
    Promise.all([backend.call('meeting.get', { id: meetingId }), backend.call('ledger.get', { meetingId })]).then(
      ([meeting, ledger]) => {
        if (gone) return
        setOpened({
          meeting: createMeetingSession(backend, meeting),
          ledger: createLedgerSession(backend, meetingId, ledger, () => settings.store.get().rectification),
          feedback: meeting.papers.find(({ kind }) => kind === 'feedback') ?? null,
        })
      },
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, meetingId, settings, attempt])

  useEffect(() => {
    if (!opened) return
    const { meeting, ledger } = opened
    const quiet = (work: Promise<void>) => void work.catch(() => undefined)
    if (missed > 0) {
      quiet(meeting.reload())
      quiet(ledger.reload())
    }
    const stops = [
      backend.on('meeting.changed', ({ id, revision }) => {
        if (id === meetingId && revision !== meeting.store.get().revision) quiet(meeting.reload())
      }),
      backend.on('ledger.changed', ({ meetingId: id, revision }) => {
        if (id === meetingId && revision > ledger.store.get().revision) quiet(ledger.reload(revision))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [backend, opened, meetingId, missed])

  if (opened) return <RectificationTabs {...props} {...opened} />
  if (!problem) return <main className="lone-message" aria-busy="true" />
  return (
    <main className="lone-message">
      <IconButton label="回到会议" icon={<ArrowLeft aria-hidden />} onPress={onLeave} />
      <h1>整改台账没有打开</h1>
      <p role="alert">{problem}</p>
      <Button onPress={() => setAttempt(attempt + 1)}>再试一次</Button>
    </main>
  )
}
