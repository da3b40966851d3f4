import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Checkbox } from 'react-aria-components'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'
import type { OpenedBackup as Opened } from './use-backups.ts'

interface OpenedBackupProps {
  opened: Opened
  busy: string | null
  problem: string | null
  /** Null where there is no library to take meetings into. */
  onTake: ((meetingIds: string[]) => void) | null
  onReplace(): void
  onClose(): void
}

/** What is inside a backup: every paper can be read before anything is brought back. */
export function OpenedBackup({ opened, busy, problem, onTake, onReplace, onClose }: OpenedBackupProps) {
  const backend = useBackend()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [paper, setPaper] = useState<{ title: string; text: string } | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const [isSure, setIsSure] = useState(false)

  const read = async (paperId: string) => {
    try {
      setPaper(await backend.call('backup.paper', { source: opened.source, paperId }))
      setUnread(null)
    } catch (error) {
      setUnread(failureMessage(error))
    }
  }
  const count = opened.meetings.reduce((sum, meeting) => sum + meeting.papers.length, 0)

  return (
    <Dialog
      title={`备份 · ${momentText(opened.created)}`}
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note" aria-live="polite">
            {busy ?? `${opened.meetings.length} 个会议，${count} 份文稿`}
          </p>
          <Button isDisabled={busy !== null} onPress={() => setIsSure(true)}>
            整个换成这份备份…
          </Button>
          {onTake && (
            <Button
              look="primary"
              isDisabled={busy !== null || chosen.length === 0}
              onPress={() => onTake([...chosen])}
            >
              取回选中的会议
            </Button>
          )}
        </>
      }
    >
      {(problem ?? unread) && (
        <p className="banner banner-bad" role="alert">
          {problem ?? unread}
        </p>
      )}
      <div className="backup-inside">
        <ul className="backup-meetings" aria-label="备份里的会议">
          {opened.meetings.map((meeting) => (
            <li key={meeting.id}>
              {onTake ? (
                <Checkbox
                  className="backup-choice"
                  isSelected={chosen.includes(meeting.id)}
                  onChange={(on) =>
                    setChosen(on ? [...chosen, meeting.id] : chosen.filter((other) => other !== meeting.id))
                  }
                >
                  <span className="backup-box" aria-hidden />
                  {meeting.title || '未命名会议'}
                </Checkbox>
              ) : (
                <strong>{meeting.title || '未命名会议'}</strong>
              )}
              <ul>
                {meeting.papers.map((one) => (
                  <li key={one.id}>
                    <AriaButton className="place" onPress={() => void read(one.id)}>
                      <FileText aria-hidden />
                      <span>{PAPER_KIND_NAMES[one.kind]}</span>
                      <small>改于 {momentText(one.updated)}</small>
                    </AriaButton>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {paper ? (
          <Difference parts={[{ kind: 'same', text: paper.text }]} label={`备份里的${paper.title}`} />
        ) : (
          <p className="pane-empty">点一份文稿，看它在这份备份里是怎么写的。</p>
        )}
      </div>
      {isSure && (
        <Dialog
          title="整个换成这份备份？"
          size="question"
          mustAnswer
          onClose={() => setIsSure(false)}
          footer={
            <>
              <Button isDisabled={busy !== null} onPress={() => setIsSure(false)}>
                不换
              </Button>
              <Button
                look="danger"
                isDisabled={busy !== null}
                onPress={() => {
                  setIsSure(false)
                  onReplace()
                }}
              >
                换成这份备份
              </Button>
            </>
          }
        >
          <p>所有会议和文稿都会回到 {momentText(opened.created)} 的样子。现在的资料会先完整留存一份，可以再换回来。</p>
        </Dialog>
      )}
    </Dialog>
  )
}
