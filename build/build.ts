// `npm run build`: compiles the renderer, the hosts and the preload into out/.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
export const out = join(root, 'out')
/** Written last, so that an interrupted build counts as none. */
const stamp = join(out, 'built')
const SOURCES = ['shared', 'electron', 'renderer', 'docs/manual', 'package.json', 'build/vite.config.ts']

/** Time in milliseconds of the newest change to a file, or to a folder and anything inside. */
export function newestChange(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
    .reduce((newest, time) => Math.max(newest, time), mtimeMs)
}

/** Whether out/ is there and newer than everything it is made of. */
export function isBuilt(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return built >= Math.max(...SOURCES.map((path) => newestChange(join(root, path))))
}

/** @returns whether it worked; the reason stands on stderr */
export function build(): boolean {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    console.error('还没有安装依赖：请先在这个文件夹里运行 npm ci。')
    return false
  }
  const started = new Date()
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', join(root, 'build/vite.config.ts'), '--logLevel', 'warn'],
    // A test runner's own word would have React built for developing.
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) {
    console.error('编译没有成功，原因见上。')
    return false
  }
  writeFileSync(stamp, '')
  // What changed while it was compiling is newer than this.
  utimesSync(stamp, started, started)
  return true
}

if (import.meta.main) process.exitCode = build() ? 0 : 1
