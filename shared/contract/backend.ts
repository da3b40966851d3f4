import type { CommandInput, CommandName, CommandOutput } from './commands.ts'
import type { EventName, Events } from './events.ts'

/** The one door between the renderer and the host. */
export interface Backend {
  /** @throws Failure */
  call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void
}
