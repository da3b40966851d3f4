import { z } from 'zod'
import { type CommandName, commands } from '../../shared/contract/commands.ts'
import { type CommandResult, Failure } from '../../shared/contract/failures.ts'
import { storeFailure } from '../store/store-failure.ts'
import { describeInputProblem } from './input-problem.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

export type Dispatch = (name: string, input: unknown) => Promise<CommandResult<unknown>>

/**
 * The one door: looks the command up, parses its input, runs it, and turns every failure into a value.
 * @param onDamage told when a page of the library was found damaged
 */
export function createDispatch(
  handlers: Partial<Handlers>,
  log: ServiceContext['log'],
  onDamage: () => void = () => undefined,
): Dispatch {
  return async (name, input) => {
    // Own keys only, so that 'constructor' is an unknown command.
    if (!Object.hasOwn(commands, name)) return { ok: false, code: 'unknown-command' }
    const command = name as CommandName
    try {
      const handle = handlers[command] as ((input: unknown) => unknown) | undefined
      if (!handle) return { ok: false, code: 'unknown-command' }
      const parsed = commands[command].input.parse(input)
      return { ok: true, value: await handle(parsed) }
    } catch (error) {
      if (error instanceof z.ZodError) return { ok: false, code: 'invalid-input', detail: describeInputProblem(error) }
      const failure = storeFailure(error)
      if (failure && !(error instanceof Failure)) {
        log(`command ${name} failed`, error)
        if (failure.code === 'damaged') onDamage()
      }
      if (failure) {
        return { ok: false, code: failure.code, ...(failure.detail === undefined ? {} : { detail: failure.detail }) }
      }
      log(`command ${name} broke`, error)
      return { ok: false, code: 'internal' }
    }
  }
}
