// `npm start`: compiles what is missing or older than its sources, then starts the program.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findElectron } from '../electron/launch/electron-runtime.ts'

const root = dirname(import.meta.dirname)
const out = join(root, 'out')
/** Written last, so that an interrupted build counts as none. */
const stamp = join(out, 'built')
const SOURCES = ['shared', 'electron', 'renderer', 'package.json', 'build/vite.config.ts']

/** Time in milliseconds of the newest change to a file, or to any inside a folder. */
export function newestChange(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
    .reduce((newest, time) => Math.max(newest, time), mtimeMs)
}

/** @returns whether there is something to start */
function provideBuild(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built >= Math.max(...SOURCES.map((path) => newestChange(join(root, path))))) return true
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    console.error('还没有安装依赖：请先在这个文件夹里运行 npm ci。')
    return false
  }
  console.log('正在编译，约需几秒…')
  const started = new Date()
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', join(root, 'build/vite.config.ts'), '--logLevel', 'error'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
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

if (import.meta.main) {
  if (provideBuild()) {
    const executable = findElectron(join(root, 'node_modules/electron'), process, {
      exists: existsSync,
      readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
    })
    const compiled = pathToFileURL(join(out, 'electron/window-host.js')).href
    const { runProgram } = (await import(compiled)) as typeof import('../electron/window-host.ts')
    process.exitCode = await runProgram({
      args: process.argv.slice(2),
      electron: executable ? { executable, app: root } : null,
      programFolder: root,
      print: console.log,
    })
  } else process.exitCode = 1
}
