import { FolderOpen, HardDriveDownload, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { failureReason } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { BackupList } from './BackupList.tsx'
import { FolderPicker } from './FolderPicker.tsx'
import { OpenedBackup } from './OpenedBackup.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { useBackups } from './use-backups.ts'

interface BackupsDialogProps {
  onClose(): void
}

/** 备份: what there is, one more now, a second place for them, a password, and back. */
export function BackupsDialog({ onClose }: BackupsDialogProps) {
  const backend = useBackend()
  const backups = useBackups()
  const { status, busy, problem, opened, asking, run, update } = backups
  const [sheet, setSheet] = useState<'folder' | 'password' | null>(null)
  const folder = status?.folder ?? null

  const makeNow = async () => {
    if (await update('正在备份', () => backend.call('backup.make', {}))) notify('已备份，并检查过。', { tone: 'good' })
  }
  const choose = async (placeId: string | null) => {
    setSheet(null)
    const chosen = await update('正在设置', () => backend.call('backup.chooseFolder', { placeId }))
    if (chosen && placeId) await makeNow()
  }
  const setPassword = async (password: string | null) => {
    if (await update('正在设置密码', () => backend.call('backup.setPassword', { password }))) setSheet(null)
  }
  const take = async (meetingIds: string[]) => {
    if (!opened) return
    const taken = await run('正在取回', () => backend.call('backup.take', { source: opened.source, meetingIds }))
    if (!taken) return
    backups.closeOpened()
    notify(`取回了 ${taken.meetings.length} 个会议，放在会议列表里。`, { tone: 'good' })
  }
  const replace = async () => {
    if (!opened) return
    const state = await run('正在换库', () => backend.call('backup.replace', { source: opened.source }))
    if (!state) return
    backups.closeOpened()
    onClose()
    notify('已换成那份备份。换之前的资料也留了一份备份。', { tone: 'good' })
  }

  return (
    <Dialog
      title="备份"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note" aria-live="polite">
            {busy ?? '自动备份：每天第一次改动后、退出时、升级前；当天留三份，以后每天一份、每月一份。'}
          </p>
          <Button
            look="primary"
            icon={<HardDriveDownload aria-hidden />}
            isDisabled={busy !== null}
            onPress={() => void makeNow()}
          >
            现在备份
          </Button>
        </>
      }
    >
      {problem && !opened && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <section className="backup-folder" aria-label="另存一份">
        <FolderOpen aria-hidden />
        <div>
          <strong>{folder ? `每次备份另存一份到“${folder.name}”` : '备份只存在这台电脑上'}</strong>
          <small>{folder ? folderNote(folder) : '电脑坏了备份也没了。建议再存一份到优盘、移动硬盘或另一个盘。'}</small>
          {folder && (
            <small>
              {status?.hasPassword
                ? '另存的备份有密码。改密码只管以后的备份，以前的仍用当时的密码打开。'
                : '另存的备份没有密码。'}
            </small>
          )}
        </div>
        <Button size="small" isDisabled={busy !== null} onPress={() => setSheet('folder')}>
          {folder ? '换一个文件夹' : '选文件夹'}
        </Button>
        {folder && (
          <>
            <Button
              size="small"
              icon={<KeyRound aria-hidden />}
              isDisabled={busy !== null}
              onPress={() => setSheet('password')}
            >
              {status?.hasPassword ? '改密码' : '设密码'}
            </Button>
            {status?.hasPassword && (
              <Button size="small" look="quiet" isDisabled={busy !== null} onPress={() => void setPassword(null)}>
                不要密码
              </Button>
            )}
            <Button size="small" look="quiet" isDisabled={busy !== null} onPress={() => void choose(null)}>
              不再另存
            </Button>
          </>
        )}
      </section>
      {status && (
        <BackupList backups={status.backups} isBusy={busy !== null} onOpen={backups.open} onCheck={backups.check} />
      )}
      {sheet === 'folder' && <FolderPicker onClose={() => setSheet(null)} onChoose={(id) => void choose(id)} />}
      {sheet === 'password' && (
        <PasswordDialog
          title="另存备份的密码"
          note="至少 6 个字。密码不存在电脑里，忘了谁也打不开，请记好。"
          problem={null}
          isBusy={busy !== null}
          shortest={6}
          confirm="用这个密码"
          onClose={() => setSheet(null)}
          onAnswer={(password) => void setPassword(password)}
        />
      )}
      {asking && (
        <PasswordDialog
          title="这份备份有密码"
          note="是做这份备份时用的密码。"
          problem={asking.problem}
          isBusy={busy !== null}
          confirm="打开"
          onClose={backups.stopAsking}
          onAnswer={backups.answer}
        />
      )}
      {opened && (
        <OpenedBackup
          opened={opened}
          busy={busy}
          problem={problem}
          onTake={(ids) => void take(ids)}
          onReplace={() => void replace()}
          onClose={backups.closeOpened}
        />
      )}
    </Dialog>
  )
}

function folderNote({ present, last, problem }: { present: boolean; last: string | null; problem: string | null }) {
  const when = last ? `上次另存于 ${momentText(last)}。` : '还没有另存过。'
  if (!present) return `现在找不到这个文件夹，接上以后下次备份会接着存。${when}`
  return problem ? `上一次没有存成（${failureReason(problem as never)}）。${when}` : when
}
