import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type ObservedPage, observePage } from './devtools.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** A started program, as a user starts it. */
export interface Program {
  process: ChildProcess
  output(): string
  /** Waits until the output matches. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Exit status. */
  ended: Promise<number | null>
}

/** A folder of its own with everything a test of a start needs. */
export function createPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-launch-'))
  const dataDir = join(folder, 'data')
  const running = new Set<ChildProcess>()

  /** A Chromium without a screen, which a test can look into. Otherwise as the program calls it. */
  function browserFor(chromiumPath: string, ...more: string[]): string {
    const script = join(folder, 'browser')
    const own = ['--headless=new', '--disable-gpu', '--remote-debugging-port=0', ...more].join(' ')
    writeFileSync(script, `#!/bin/sh\nexec '${chromiumPath}' ${own} "$@"\n`)
    chmodSync(script, 0o755)
    return script
  }

  function start(args: string[], env: Record<string, string | undefined> = {}): Program {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...plain } = process.env
    const child = spawn(process.execPath, [join(ROOT, 'out/electron/window-host.js'), '--data-dir', dataDir, ...args], {
      env: { ...plain, ...env },
    })
    running.add(child)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    return {
      process: child,
      output: () => output,
      says: (pattern) =>
        vi.waitFor(
          () => {
            const match = pattern.exec(output)
            if (!match) throw new Error(`${pattern} not in: ${output}`)
            return match
          },
          { timeout: 30_000, interval: 50 },
        ),
      ended,
    }
  }

  /** Looks into the page of the browser that the program has started. */
  async function lookInto(profile = () => join(dataDir, 'window/browser')): Promise<ObservedPage> {
    const port = await vi.waitFor(
      () => {
        const file = join(profile(), 'DevToolsActivePort')
        const [first] = readFileSync(file, 'utf8').split('\n')
        if (!first) throw new Error('no port yet')
        return first
      },
      { timeout: 30_000, interval: 50 },
    )
    return observePage(port)
  }

  async function remove(): Promise<void> {
    for (const child of running) child.kill('SIGKILL')
    for (const pid of processesOf(dataDir)) process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => rmSync(folder, { recursive: true, force: true }), { timeout: 10_000 })
  }

  return { folder, dataDir, browserFor, start, lookInto, remove }
}

/** Command lines of all processes that name the folder, as any user of the machine sees them. */
export function commandLinesOf(folder: string): string[] {
  return processesOf(folder).map(commandLine)
}

function processesOf(folder: string): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(Number(name)).includes(folder))
    .map(Number)
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
