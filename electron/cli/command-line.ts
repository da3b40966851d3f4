import { parseArgs } from 'node:util'
import { WrongUsage } from './unusable.ts'

/** An option of a command: `value` names what must follow it; without it the option stands alone. */
export interface OptionSpec {
  value?: string
}

export interface CommandLine {
  /** The words that are no options. */
  words: string[]
  /** The last value of each option that was given; 'true' for one that stands alone. */
  options: Record<string, string>
}

/**
 * Reads `--name value` and `--name=value` in any order.
 * @throws WrongUsage for an unknown option, or one without its value
 */
export function readCommandLine(args: readonly string[], specs: Record<string, OptionSpec>): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
    ),
  })
  const words: string[] = []
  const options: Record<string, string> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined
    if (!spec) throw new WrongUsage(`不认识选项“${token.rawName}”。`)
    if (spec.value && (!token.value || (!token.inlineValue && token.value.startsWith('--'))))
      throw new WrongUsage(`${token.rawName} 后面要写${spec.value}。`)
    if (!spec.value && token.value !== undefined) throw new WrongUsage(`${token.rawName} 后面不用写内容。`)
    options[token.name] = token.value ?? 'true'
  }
  return { words, options }
}
