import { Failure } from '../../shared/contract/failures.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import type { SaveState } from './save-queue.ts'

interface SaveTroubleProps {
  state: SaveState
  onRetry(): void
  /** Gives the text to the user as a file, without the host. */
  onSaveText(): void
}

/** What is wrong when nothing can be saved, what was kept, and two ways out. */
export function SaveTrouble({ state, onRetry, onSaveText }: SaveTroubleProps) {
  if (state.kind !== 'failed') return null
  return (
    <div className="banner banner-bad save-trouble" role="alert">
      <p>{failureMessage(new Failure(state.code))}</p>
      <Button size="small" onPress={onRetry}>
        现在再存一次
      </Button>
      <Button size="small" onPress={onSaveText}>
        另存一份文本文件
      </Button>
    </div>
  )
}
