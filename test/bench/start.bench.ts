import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, isBuilt, out } from '../../build/build.ts'
import { packRuntimeFree } from '../../build/pack/runtime-free.ts'
import { firstScriptBytes } from '../first-scripts.ts'
import type { Measurement } from './measurement.ts'

const STARTS = 9
const PAGES = 7
/** A page that is left alone this long is idle, in milliseconds. */
const IDLE = 5000
const FIRST_LIST_KILOBYTES = 700

/** Starts the compiled host as its own process. */
async function startHost(dataDir: string): Promise<{ child: ChildProcess; address: string; milliseconds: number }> {
  const began = performance.now()
  const args = [join(out, 'electron/cli.js'), 'serve', '--port', '0', '--data-dir', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const found = /http:\S+/.exec(text)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`host ended: ${code}`)))
  })
  return { child, address, milliseconds: performance.now() - began }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function summary(what: string, values: number[], budget?: number): Measurement {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), ...(budget === undefined ? {} : { budget }) }
}

/** Memory of a process and all its children that no other process shares, in MB (Linux: Pss). */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOr(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const belongs = (one: number): boolean => one === pid || (one > 1 && belongs(parents.get(one) ?? 0))
  return [...parents.keys()]
    .filter(belongs)
    .map((one) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024)
    .reduce((sum, one) => sum + one, 0)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function kilobytes(pattern: RegExp): number {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.name.endsWith('.map'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size / 1000, 0)
}

function packedMegabytes(): number {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-bench-pack-'))
  try {
    return (
      statSync(packRuntimeFree({ output: folder, arch: process.arch === 'arm64' ? 'arm64' : 'x64' }).archive).size / 1e6
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const size = (what: string, value: number): Measurement => ({ what, median: value, p95: value })

export async function measure(): Promise<Measurement[]> {
  if (!isBuilt() && !build()) throw new Error('not built')
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  try {
    // The first start makes the library and the sample meeting; every later one finds them.
    const first = await startHost(dataDir)
    await stop(first.child)
    const starts: number[] = []
    for (let run = 0; run < STARTS; run += 1) {
      const host = await startHost(dataDir)
      starts.push(host.milliseconds)
      await stop(host.child)
    }
    const host = await startHost(dataDir)
    const browser = await chromium.launchServer({
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    })
    const driver = await chromium.connect(browser.wsEndpoint())
    const painted: number[] = []
    let memory: Measurement[] = []
    for (let run = 0; run < PAGES; run += 1) {
      const page = await (await driver.newContext()).newPage()
      const began = performance.now()
      await page.goto(host.address)
      await page.locator('.card').first().waitFor()
      painted.push(performance.now() - began)
      if (run === PAGES - 1) {
        await page.waitForTimeout(IDLE)
        memory = [
          size('MB of memory: host, page idle', memoryOf(host.child.pid ?? 0)),
          size('MB of memory: all of Chromium, one idle page', memoryOf(browser.process().pid ?? 0)),
        ]
      }
      await page.context().close()
    }
    await driver.close()
    await browser.close()
    await stop(host.child)
    return [
      size('first start, which makes the library and the sample', first.milliseconds),
      summary('host: process started to listening', starts, 300),
      summary('page: address opened to the first list on the screen', painted, 1000),
      ...memory,
      {
        ...size('kB: scripts before the first list', firstScriptBytes(join(out, 'renderer')) / 1000),
        budget: FIRST_LIST_KILOBYTES,
      },
      size('kB: all scripts of the page', kilobytes(/^(?!.*chunk-).*-[\w-]{8}\.js$/)),
      size('kB: styles of the page', kilobytes(/\.css$/)),
      size('kB: pictures of the manual', kilobytes(/\.png$/)),
      size('MB: package without Electron, packed', packedMegabytes()),
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
