import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { daysLeft, momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'

interface RemovedMeetingsProps {
  version: number
  onRestored(): void
}

type Removed = CommandOutput<'removed.list'>

/** 最近移走: a quiet button while there is something to bring back. */
export function RemovedMeetings({ version, onRestored }: RemovedMeetingsProps) {
  const backend = useBackend()
  const [removed, setRemoved] = useState<Removed>({ meetings: [], papers: [], documents: [], ledgerRows: [] })
  const [open, setOpen] = useState(false)

  const load = useCallback(() => backend.call('removed.list', {}).then(setRemoved, () => undefined), [backend])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to read again
  useEffect(() => void load(), [load, version])

  const restore = async (
    command: 'meeting.restore' | 'paper.restore' | 'material.restore' | 'ledger.restoreRow',
    id: string,
  ) => {
    try {
      await backend.call(command, { id })
      await load()
      onRestored()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }

  const rows = [
    ...removed.meetings.map((meeting) => ({ ...meeting, what: '会议', command: 'meeting.restore' as const })),
    ...removed.papers.map((paper) => ({
      ...paper,
      title: paper.title || PAPER_KIND_NAMES[paper.kind],
      what: `文稿，在“${paper.meetingTitle}”里`,
      command: 'paper.restore' as const,
    })),
    ...removed.documents.map((document) => ({ ...document, what: '素材', command: 'material.restore' as const })),
    ...removed.ledgerRows.map((row) => ({
      ...row,
      what: `${row.what === 'problem' ? '问题' : '整改措施'}，在“${row.meetingTitle}”的台账里`,
      command: 'ledger.restoreRow' as const,
    })),
  ].sort((a, b) => (a.removed < b.removed ? 1 : -1))

  if (rows.length === 0) return null
  return (
    <>
      <Button look="quiet" icon={<Trash2 aria-hidden />} onPress={() => setOpen(true)}>
        最近移走（{rows.length}）
      </Button>
      {open && (
        <Dialog title="最近移走" size="form" onClose={() => setOpen(false)}>
          <ul className="removed">
            {rows.map((row) => (
              <li key={row.id}>
                <div>
                  <strong>{row.title || '未命名会议'}</strong>
                  <small>
                    {row.what} · 移走于 {momentText(row.removed)} · 再留 {daysLeft(row.until)} 天
                  </small>
                </div>
                <Button
                  size="small"
                  icon={<ArchiveRestore aria-hidden />}
                  onPress={() => void restore(row.command, row.id)}
                >
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
