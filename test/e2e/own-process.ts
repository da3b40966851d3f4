import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestHooks } from './browser.ts'

const CLI = join(import.meta.dirname, '../../electron/cli.ts')

/** A host as a process of its own, so that it can be killed. */
export async function serve(
  test: TestHooks,
  dataDir: string,
  port: number,
): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port), '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  test.onTestFinished(() => kill(child))
  for await (const line of createInterface({ input: child.stdout })) return { address: line.trim(), process: child }
  throw new Error('the host said nothing')
}

export const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
