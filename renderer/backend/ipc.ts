import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import type { EventMessage } from '../../shared/contract/events.ts'
import { type CommandResult, Failure } from '../../shared/contract/failures.ts'
import { createEventHub } from './events.ts'

/** The two functions the preload exposes. */
export interface Bridge {
  call(name: string, input: unknown): Promise<CommandResult<unknown>>
  on(listener: (message: EventMessage) => void): () => void
}

declare global {
  interface Window {
    huibei?: Bridge
  }
}

/** The backend behind Electron's preload. */
export function createIpcBackend(bridge: Bridge): Backend {
  const hub = createEventHub()
  bridge.on(hub.emit)
  return {
    async call<N extends CommandName>(name: N, input: CommandInput<N>) {
      const result = await bridge.call(name, input).catch(() => {
        throw new Failure('disconnected')
      })
      if (result.ok) return result.value as CommandOutput<N>
      throw new Failure(result.code, result.detail)
    },
    on: hub.on,
  }
}
