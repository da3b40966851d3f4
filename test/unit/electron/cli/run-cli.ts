import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '../../../../electron/cli.ts')

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as a user would, in a process of its own. */
export function runCli(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const ran: Ran = { status: null, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text))
    child.on('close', (status) => resolve({ ...ran, status }))
  })
}
