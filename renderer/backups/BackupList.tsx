import { FileClock, Lock } from 'lucide-react'
import type { Backup } from '../../shared/contract/safety-commands.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { CHECK_NAMES, REASON_NAMES, sizeText } from './backup-names.ts'

interface BackupListProps {
  backups: readonly Backup[]
  isBusy: boolean
  onOpen(backup: Backup): void
  onCheck(backup: Backup): void
}

/** The backups, newest first: when, why, how large, in which state. */
export function BackupList({ backups, isBusy, onOpen, onCheck }: BackupListProps) {
  if (backups.length === 0) return <p className="pane-empty">还没有备份。改动文稿的当天，程序会自动做一份。</p>
  return (
    <ul className="backups" aria-label="备份列表">
      {backups.map((backup) => (
        <li key={backup.id} className="backup" data-check={backup.check}>
          {backup.sealed ? <Lock aria-label="有密码" /> : <FileClock aria-hidden />}
          <div>
            <strong>{momentText(backup.created)}</strong>
            <small>
              {REASON_NAMES[backup.reason]} · {backup.where === 'own' ? '本机' : '另存的文件夹'} ·{' '}
              {sizeText(backup.size)} · <span className="backup-check">{CHECK_NAMES[backup.check]}</span>
            </small>
          </div>
          <Button size="small" look="quiet" isDisabled={isBusy} onPress={() => onCheck(backup)}>
            检查
          </Button>
          <Button size="small" isDisabled={isBusy || backup.check === 'damaged'} onPress={() => onOpen(backup)}>
            打开看看
          </Button>
        </li>
      ))}
    </ul>
  )
}
