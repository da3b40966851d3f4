// Composition root of the command line: the same services, no window.
import { type CommandLine, type OptionSpec, readCommandLine } from './cli/command-line.ts'
import { Unusable, WrongUsage } from './cli/unusable.ts'
import { type CommandWord, GENERAL_USAGE, USAGE } from './cli/usage.ts'
import { programVersion } from './services/host.ts'

interface Command {
  options: Record<string, OptionSpec>
  /** Loaded when it is asked for: each command starts with no more than it needs. Resolves to the exit status. */
  run(line: CommandLine): Promise<number>
}

const COMMANDS: Record<CommandWord, Command> = {
  check: {
    options: {
      kind: { value: '类型' },
      date: { value: '日期' },
      facts: { value: '会议要素文件' },
      pack: { value: '规则包文件' },
      json: {},
    },
    run: async (line) => (await import('./cli/check-command.ts')).check(line),
  },
  export: {
    options: { out: { value: '输出文件' }, layout: { value: '版式' }, kind: { value: '类型' } },
    run: async (line) => (await import('./cli/export-command.ts')).exportPaper(line),
  },
  sample: {
    options: { out: { value: '输出文件夹' } },
    run: async (line) => (await import('./cli/sample-command.ts')).writeSample(line),
  },
  serve: {
    options: { port: { value: '端口' }, 'data-dir': { value: '文件夹' } },
    run: async (line) => (await import('./cli/serve-command.ts')).serve(line),
  },
}

const UNUSABLE = 2

async function main([word = '', ...rest]: string[]): Promise<number> {
  if (word === '--help' || word === 'help' || word === '-h') return say(GENERAL_USAGE)
  if (word === '--version') return say(programVersion)
  if (!Object.hasOwn(COMMANDS, word)) {
    process.stderr.write(`${word === '' ? '没有写命令。' : `不认识命令“${word}”。`}\n\n${GENERAL_USAGE}\n`)
    return UNUSABLE
  }
  const { options, run } = COMMANDS[word as CommandWord]
  if (rest.includes('--help')) return say(USAGE[word as CommandWord])
  try {
    return await run(readCommandLine(rest, options))
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    const usage = error instanceof WrongUsage ? `\n${USAGE[word as CommandWord]}\n` : ''
    process.stderr.write(`${error.message}\n${usage}`)
    return UNUSABLE
  }
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may go away early (head, less).
  if (error.code !== 'EPIPE') throw error
})

// npm runs scripts in the folder of package.json; the files were named in the folder npm was started in.
if (process.env.npm_lifecycle_event === 'huibei' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(
    `程序出了差错，没有做完：${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
  )
  if (process.env.HUIBEI_DEBUG) console.error(error)
  process.exitCode = UNUSABLE
}
