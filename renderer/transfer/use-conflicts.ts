import { useCallback, useEffect, useState } from 'react'
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { TransferConflict } from '../../shared/contract/transfer-commands.ts'
import { useBackend } from '../backend/backend-context.ts'

export type Decision = Pick<CommandInput<'transfer.decide'>, 'keep' | 'index'>

/** What an import left to be decided in a meeting. */
export function useConflicts(meetingId: string, missed: number) {
  const backend = useBackend()
  const [conflicts, setConflicts] = useState<readonly TransferConflict[]>([])

  const reload = useCallback(async () => {
    setConflicts(await backend.call('transfer.conflicts', { meetingId }).catch(() => []))
  }, [backend, meetingId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to read again
  useEffect(() => void reload(), [reload, missed])
  // An import announces the meeting; what is typed in a paper decides nothing.
  useEffect(
    () => backend.on('meeting.changed', ({ id }) => id === meetingId && void reload()),
    [backend, meetingId, reload],
  )

  return {
    conflicts,
    reload,
    /** @throws Failure */
    async decide(conflictId: string, decision: Decision): Promise<void> {
      setConflicts(await backend.call('transfer.decide', { meetingId, conflictId, ...decision }))
    },
  }
}
