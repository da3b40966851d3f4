import { ArchiveRestore, LifeBuoy, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { LibraryState } from '../../shared/contract/safety-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { Button } from '../ui/Button.tsx'
import { BackupList } from './BackupList.tsx'
import { OpenedBackup } from './OpenedBackup.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { recoveryText } from './recovery-text.ts'
import { useBackups } from './use-backups.ts'

interface RecoveryPageProps {
  state: LibraryState
  /** The library may be open again. */
  onChanged(): void
  /** Goes on with a library that is open and damaged; absent when it is closed. */
  onIgnore?: (() => void) | undefined
}

/** Shown instead of everything else when the library cannot be used as it is: what happened, and the ways out. */
export function RecoveryPage({ state, onChanged, onIgnore }: RecoveryPageProps) {
  const backend = useBackend()
  const backups = useBackups()
  const { status, busy, problem, opened, asking, run } = backups
  const [salvaged, setSalvaged] = useState<CommandOutput<'backup.salvage'> | null>(null)
  const { title, text, ways } = recoveryText(state)
  const newest = status?.backups.find(({ check, reason }) => check !== 'damaged' && reason !== 'salvaged')

  const salvage = async () => {
    const found = await run('正在抢救，资料多时要几分钟', () => backend.call('backup.salvage', {}))
    if (!found) return
    setSalvaged(found)
    await backups.reload()
  }
  const replace = async () => {
    if (!opened) return
    const next = await run('正在换库', () => backend.call('backup.replace', { source: opened.source }))
    if (!next) return
    backups.closeOpened()
    onChanged()
  }
  const again = async () => {
    if (await run('正在打开', () => backend.call('library.reopen', {}))) onChanged()
  }

  return (
    <main className="recovery">
      <h1>{title}</h1>
      <p>{text}</p>
      {problem && !opened && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <p className="recovery-busy" aria-live="polite">
        {busy}
      </p>
      <div className="recovery-ways">
        {ways.includes('backup') && (
          <Button
            look="primary"
            icon={<ArchiveRestore aria-hidden />}
            isDisabled={busy !== null || !newest}
            onPress={() => newest && backups.open(newest)}
          >
            看最近一份好的备份
          </Button>
        )}
        {ways.includes('salvage') && (
          <Button icon={<LifeBuoy aria-hidden />} isDisabled={busy !== null} onPress={() => void salvage()}>
            从坏了的资料库里抢救
          </Button>
        )}
        {ways.includes('again') && (
          <Button icon={<RotateCw aria-hidden />} isDisabled={busy !== null} onPress={() => void again()}>
            再试一次
          </Button>
        )}
        {onIgnore && (
          <Button look="quiet" isDisabled={busy !== null} onPress={onIgnore}>
            先接着用
          </Button>
        )}
      </div>
      {salvaged && (
        <p className="banner banner-good" role="status">
          读出了 {salvaged.meetings} 个会议、{salvaged.papers} 份文稿、{salvaged.revisions} 个旧版本
          {salvaged.lost > 0 && `，另有 ${salvaged.lost} 处读不出来`}
          。它排在下面的列表里（“抢救出来的”），只是一份副本：可以打开看，也可以整个换成它。
        </p>
      )}
      {ways.includes('backup') && status && (
        <>
          <h2>备份</h2>
          <BackupList backups={status.backups} isBusy={busy !== null} onOpen={backups.open} onCheck={backups.check} />
        </>
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
          onTake={null}
          onReplace={() => void replace()}
          onClose={backups.closeOpened}
        />
      )}
    </main>
  )
}
