import type { Backup } from '../../shared/contract/safety-commands.ts'

export const REASON_NAMES: Record<Backup['reason'], string> = {
  daily: '每天第一次改动后',
  exit: '退出时',
  migration: '升级前',
  manual: '手动备份',
  import: '导入会议之前',
  restore: '换库之前',
  salvaged: '抢救出来的',
}

export const CHECK_NAMES: Record<Backup['check'], string> = {
  good: '刚检查过，完好',
  whole: '备份时检查过',
  damaged: '已损坏',
}

/** 1.5 MB, 340 KB. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1000))} KB`
}
