import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { failureReason } from '../backend/failure-messages.ts'
import { clockTime } from '../text/format-time.ts'
import type { SaveState } from './save-queue.ts'

/** What the indicator says: 已保存 14:03, 正在保存, 未能保存（磁盘已满）. */
export function saveText(state: SaveState): string {
  if (state.kind === 'saving') return '正在保存'
  if (state.kind === 'conflict') return '未能保存（另一窗口已改）'
  if (state.kind === 'failed') return `未能保存（${failureReason(state.code)}）`
  return state.at ? `已保存 ${clockTime(new Date(state.at))}` : '已保存'
}

export function SaveIndicator({ state }: { state: SaveState }) {
  const Icon = state.kind === 'saved' ? CircleCheck : state.kind === 'saving' ? LoaderCircle : CircleAlert
  return (
    <output className="save" data-state={state.kind} data-tour="save">
      <Icon aria-hidden className="save-icon" />
      {saveText(state)}
    </output>
  )
}
