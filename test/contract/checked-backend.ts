import { expect } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import { type CommandName, commands } from '../../shared/contract/commands.ts'
import { type CommandResult, Failure } from '../../shared/contract/failures.ts'

/** Turns results into values and failures, and holds every answer against the contract: nothing missing, nothing extra. */
export function checkedBackend(
  call: (name: string, input: unknown) => Promise<CommandResult<unknown>>,
  on: Backend['on'],
): Backend {
  return {
    async call(name, input) {
      const result = await call(name, input)
      if (!result.ok) throw new Failure(result.code, result.detail)
      if (Object.hasOwn(commands, name)) {
        const parsed = commands[name as CommandName].output.parse(result.value)
        expect(parsed, `answer of ${name}`).toEqual(result.value)
      }
      return result.value as never
    },
    on,
  }
}
