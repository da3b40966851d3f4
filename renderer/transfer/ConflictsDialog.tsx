import { useState } from 'react'
import type { TransferConflict } from '../../shared/contract/transfer-commands.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'
import { transferMessage } from './transfer-messages.ts'
import type { Decision } from './use-conflicts.ts'
import './transfer.css'

interface ConflictsDialogProps {
  conflicts: readonly TransferConflict[]
  /** @throws Failure */
  onDecide(conflictId: string, decision: Decision): Promise<void>
  /** Reads the list again. */
  onStale(): void
  onClose(): void
}

/** Places that both changed, side by side. Both texts are kept until one is chosen here. */
export function ConflictsDialog({ conflicts, onDecide, onStale, onClose }: ConflictsDialogProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const decide = async (conflictId: string, decision: Decision) => {
    setBusy(true)
    setProblem(null)
    try {
      await onDecide(conflictId, decision)
    } catch (error) {
      setProblem(transferMessage(error))
      onStale()
    }
    setBusy(false)
  }

  return (
    <Dialog
      title="两边改的不一样"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note" aria-live="polite">
            {conflicts.length > 0 ? `还有 ${conflicts.length} 处没有定；不定也不会丢，随时可以再来。` : '都定好了。'}
          </p>
          <Button look={conflicts.length === 0 ? 'primary' : 'plain'} onPress={onClose}>
            {conflicts.length > 0 ? '先放一放' : '好'}
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <ol className="conflicts">
        {conflicts.map((conflict) => (
          <ConflictItem key={conflict.id} conflict={conflict} busy={busy} onDecide={decide} />
        ))}
      </ol>
    </Dialog>
  )
}

interface ConflictItemProps {
  conflict: TransferConflict
  busy: boolean
  onDecide(conflictId: string, decision: Decision): Promise<void>
}

function ConflictItem({ conflict, busy, onDecide }: ConflictItemProps) {
  const { id, place, ours, theirs, canKeepBoth } = conflict
  const decide = (keep: Decision['keep'], index = 0) => void onDecide(id, { keep, index })
  const isTakenAway = theirs.length === 1 && theirs[0] === null
  return (
    <li className="conflict">
      <h3>{place}</h3>
      <div className="conflict-sides">
        <section aria-label={`${place}，这台电脑上的`}>
          <h4>{isTakenAway ? '一边改成这样' : '这台电脑上的（现在用的）'}</h4>
          <Difference parts={[{ kind: 'same', text: ours ?? '' }]} label="这台电脑上的" />
          <Button size="small" isDisabled={busy} onPress={() => decide('ours')}>
            {isTakenAway ? '留着' : '留用这里的'}
          </Button>
        </section>
        {theirs.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own and never move
          <section key={index} aria-label={`${place}，对方的`}>
            <h4>{text === null ? '另一边删掉了' : '对方的'}</h4>
            {text !== null && <Difference older={ours ?? ''} newer={text} label="对方的" />}
            <Button size="small" isDisabled={busy} onPress={() => decide('theirs', index)}>
              {text === null ? '删掉' : '换成对方的'}
            </Button>
          </section>
        ))}
      </div>
      {canKeepBoth && (
        <Button size="small" look="quiet" isDisabled={busy} onPress={() => decide('both')}>
          都留下，我再改
        </Button>
      )}
    </li>
  )
}
