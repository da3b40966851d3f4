import { Failure } from '../../shared/contract/failures.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { useStorePart } from '../ui/store.ts'
import { type PaperSession, saveOf } from './paper-session.ts'

interface SaveTroubleProps {
  session: PaperSession
  /** Gives the text to the user as a file, without the host. */
  onSaveText(): void
}

/** What is wrong when nothing can be saved, what was kept, and two ways out. */
export function SaveTrouble({ session, onSaveText }: SaveTroubleProps) {
  const state = useStorePart(session.store, saveOf)
  if (state.kind !== 'failed') return null
  return (
    <div className="banner banner-bad save-trouble" role="alert">
      <p>{failureMessage(new Failure(state.code))}</p>
      <Button size="small" onPress={() => void session.flush()}>
        现在再存一次
      </Button>
      <Button size="small" onPress={onSaveText}>
        另存一份文本文件
      </Button>
    </div>
  )
}
