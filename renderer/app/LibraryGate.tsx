import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { LibraryState } from '../../shared/contract/safety-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { RecoveryPage } from '../backups/RecoveryPage.tsx'
import { notify } from '../ui/notice-store.ts'

const NETWORK =
  '资料放在网络共享的文件夹里：网络一断、两台电脑同时用，资料库都可能损坏。请把数据文件夹搬到这台电脑的硬盘上，共享文件夹只用来另存备份。'

interface LibraryGateProps {
  /** Rises when events may have been missed. */
  missed: number
  children: ReactNode
}

/** Shows the program while its library is in order, and the ways out while it is not. */
export function LibraryGate({ missed, children }: LibraryGateProps) {
  const backend = useBackend()
  const [state, setState] = useState<LibraryState | null>(null)
  const [isIgnored, setIsIgnored] = useState(false)
  /** Rises with another library: whatever was read from the older one is read again. */
  const [era, setEra] = useState(0)

  const read = useCallback(async () => {
    try {
      const next = await backend.call('library.state', {})
      setState(next)
      if (next.onNetwork) notify(NETWORK, { tone: 'bad' })
    } catch {
      // Without an answer the screens themselves say what is wrong.
      setState((now) => now ?? { kind: 'open', code: null, detail: null, damaged: false, onNetwork: false })
    }
  }, [backend])

  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to read again
  useEffect(() => void read(), [read, missed])
  useEffect(
    () =>
      backend.on('library.changed', async () => {
        setIsIgnored(false)
        await read()
        setEra((count) => count + 1)
      }),
    [backend, read],
  )

  if (!state) return <main className="lone-message" aria-busy="true" />
  if (state.kind === 'closed' || (state.damaged && !isIgnored)) {
    const onIgnore = state.kind === 'open' ? () => setIsIgnored(true) : undefined
    return <RecoveryPage state={state} onChanged={() => void read()} onIgnore={onIgnore} />
  }
  return (
    <div key={era} className="library-gate">
      {children}
    </div>
  )
}
