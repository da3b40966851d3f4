import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'

interface RemovedMeetingsProps {
  version: number
  onRestored(): void
}

/** 最近移走: a quiet button while there is something to bring back. */
export function RemovedMeetings({ version, onRestored }: RemovedMeetingsProps) {
  const backend = useBackend()
  const [removed, setRemoved] = useState<{ id: string; title: string; removed: string }[]>([])
  const [open, setOpen] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to read again
  useEffect(() => {
    backend.call('meeting.listRemoved', {}).then(setRemoved, () => undefined)
  }, [backend, version])

  const restore = async (id: string) => {
    try {
      await backend.call('meeting.restore', { id })
      setRemoved(removed.filter((meeting) => meeting.id !== id))
      onRestored()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }

  if (removed.length === 0) return null
  return (
    <>
      <Button look="quiet" icon={<Trash2 aria-hidden />} onPress={() => setOpen(true)}>
        最近移走（{removed.length}）
      </Button>
      {open && (
        <Dialog title="最近移走的会议" size="question" onClose={() => setOpen(false)}>
          <ul className="removed">
            {removed.map((meeting) => (
              <li key={meeting.id}>
                <div>
                  <strong>{meeting.title || '未命名会议'}</strong>
                  <small>移走于 {momentText(meeting.removed)}</small>
                </div>
                <Button size="small" icon={<ArchiveRestore aria-hidden />} onPress={() => void restore(meeting.id)}>
                  找回
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
