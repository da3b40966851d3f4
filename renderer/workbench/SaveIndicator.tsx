import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { failureReason } from '../backend/failure-messages.ts'
import { clockTime } from '../text/format-time.ts'
import { useStorePart } from '../ui/store.ts'
import { type PaperSession, saveOf } from './paper-session.ts'
import type { SaveState } from './save-queue.ts'

/** What the indicator says: 已保存 14:03, 正在保存, 未能保存（磁盘已满）. */
export function saveText(state: SaveState): string {
  if (state.kind === 'saving') return '正在保存'
  if (state.kind === 'conflict') return '未能保存（另一窗口已改）'
  if (state.kind === 'failed') return `未能保存（${failureReason(state.code)}）`
  return state.at ? `已保存 ${clockTime(new Date(state.at))}` : '已保存'
}

/** Reads the state itself: it changes with nearly every key, and nothing around it is to be drawn anew for that. */
export function SaveIndicator({ session }: { session: PaperSession }) {
  const state = useStorePart(session.store, saveOf)
  const Icon = state.kind === 'saved' ? CircleCheck : state.kind === 'saving' ? LoaderCircle : CircleAlert
  return (
    <output className="save" data-state={state.kind} data-tour="save">
      <Icon aria-hidden className="save-icon" />
      {saveText(state)}
    </output>
  )
}
