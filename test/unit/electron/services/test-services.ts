import { createServices, type Services } from '../../../../electron/services/create-services.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../../../shared/contract/commands.ts'
import { Failure } from '../../../../shared/contract/failures.ts'

export interface TestServices extends Services {
  call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>
  logged: string[]
}

/** Services on a folder, at a time the test sets. */
export async function openTestServices(dataDir: string, clock = () => new Date()): Promise<TestServices> {
  const logged: string[] = []
  const services = await createServices({ dataDir, hostKind: 'memory', clock, log: (message) => logged.push(message) })
  return {
    ...services,
    logged,
    async call(name, input) {
      const result = await services.dispatch(name, input)
      if (!result.ok) throw new Failure(result.code, result.detail)
      return result.value as never
    },
  }
}
