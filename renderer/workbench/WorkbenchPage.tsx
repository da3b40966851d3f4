import { type ReactNode, useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { createMeetingSession, type MeetingSession } from './meeting-session.ts'
import { Workbench } from './Workbench.tsx'

export interface WorkbenchPageProps {
  meetingId: string
  /** Null opens the first paper. */
  paperId: string | null
  settings: Settings
  /** Rises when events may have been missed. */
  missed: number
  /** The program's own buttons: settings, help. */
  tools: ReactNode
  /** Whether a newcomer is being shown around. */
  isTour: boolean
  onTourEnd(): void
  onOpenHit(hit: SearchHit): void
  onPaper(paperId: string): void
  onLeave(): void
}

/** Reads the meeting, then shows its workbench. */
export function WorkbenchPage(props: WorkbenchPageProps) {
  const { meetingId, missed, onLeave } = props
  const backend = useBackend()
  const [session, setSession] = useState<MeetingSession | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to read again
  useEffect(() => {
    let gone = false
    backend.call('meeting.get', { id: meetingId }).then(
      (meeting) => !gone && setSession(createMeetingSession(backend, meeting)),
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, meetingId, attempt])

  useEffect(() => {
    if (!session) return
    const reload = () => void session.reload().catch(() => undefined)
    if (missed > 0) reload()
    return backend.on('meeting.changed', ({ id, revision }) => {
      if (id === meetingId && revision !== session.store.get().revision) reload()
    })
  }, [backend, session, meetingId, missed])

  if (session) return <Workbench {...props} session={session} />
  if (!problem) return <main className="lone-message" aria-busy="true" />
  return (
    <main className="lone-message">
      <h1>这个会议没有打开</h1>
      <p role="alert">{problem}</p>
      <div>
        <Button onPress={() => setAttempt(attempt + 1)}>再试一次</Button>{' '}
        <Button onPress={onLeave}>回到会议列表</Button>
      </div>
    </main>
  )
}
