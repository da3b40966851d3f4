import { useState } from 'react'
import { Failure } from '../../shared/contract/failures.ts'
import { ConflictsBanner } from '../transfer/ConflictsBanner.tsx'
import { ConflictsDialog } from '../transfer/ConflictsDialog.tsx'
import type { useConflicts } from '../transfer/use-conflicts.ts'

interface MeetingConflictsProps {
  conflicts: ReturnType<typeof useConflicts>
  /** Writes what was typed in the open paper; false when that failed. */
  flush(): Promise<boolean>
}

/** What an import left to be decided: a line that says so, and the sheet on which it is done. */
export function MeetingConflicts({ conflicts: { conflicts, reload, decide }, flush }: MeetingConflictsProps) {
  const [isOpen, setOpen] = useState(false)
  const open = async () => {
    await flush()
    await reload()
    setOpen(true)
  }
  return (
    <>
      <ConflictsBanner count={conflicts.length} onOpen={() => void open()} />
      {isOpen && (
        <ConflictsDialog
          conflicts={conflicts}
          onDecide={async (id, decision) => {
            if (!(await flush())) throw new Failure('busy')
            await decide(id, decision)
          }}
          onStale={() => void reload()}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
