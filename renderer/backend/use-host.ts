import { useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { useBackend } from './backend-context.ts'

/** What the host can do; null until it has said so. */
export function useHost(): CommandOutput<'host.info'> | null {
  const backend = useBackend()
  const [host, setHost] = useState<CommandOutput<'host.info'> | null>(null)
  useEffect(() => {
    let gone = false
    backend.call('host.info', {}).then(
      (info) => !gone && setHost(info),
      // Nothing that only some hosts can do is offered then.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [backend])
  return host
}
