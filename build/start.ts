// `npm start`: compiles what is missing or older than its sources, then starts the program.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findElectron } from '../electron/launch/electron-runtime.ts'
import { build, isBuilt, out } from './build.ts'

const root = dirname(import.meta.dirname)

function provideBuild(): boolean {
  if (isBuilt()) return true
  console.log('正在编译，约需几秒…')
  return build()
}

async function start(): Promise<number> {
  if (!provideBuild()) return 1
  const executable = findElectron(join(root, 'node_modules/electron'), process, {
    exists: existsSync,
    readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  })
  const compiled = pathToFileURL(join(out, 'electron/window-host.js')).href
  const { runProgram } = (await import(compiled)) as typeof import('../electron/window-host.ts')
  return runProgram({
    args: process.argv.slice(2),
    electron: executable ? { executable, app: root } : null,
    programFolder: root,
    print: console.log,
  })
}

process.exitCode = await start()
