import type { CommandName, CommandOutput, ParsedInput } from '../../shared/contract/commands.ts'
import type { EventMessage } from '../../shared/contract/events.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import type { Library } from '../store/library.ts'
import type { PaperProgressReader } from './paper-progress.ts'

/** What every service works with. */
export interface ServiceContext {
  library: Library
  /** The pack in use now; ask for it at each call, since the office may change it. */
  readonly pack: Pack
  clock: () => Date
  log: (message: string, error?: unknown) => void
  emit: (message: EventMessage) => void
  progress: PaperProgressReader
}

/** The handlers of some commands. Each gets parsed input and throws `Failure` for what can be foreseen. */
export type Handlers<N extends CommandName = CommandName> = {
  [Name in N]: (input: ParsedInput<Name>) => CommandOutput<Name> | Promise<CommandOutput<Name>>
}
