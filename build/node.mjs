// Starts a script on the pinned Node, whichever Node npm was started with.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const windows = process.platform === 'win32'

function pinnedNode() {
  try {
    const name = `node-${windows ? 'win' : process.platform}-${process.arch}/package.json`
    const binary = join(dirname(createRequire(import.meta.url).resolve(name)), 'bin', windows ? 'node.exe' : 'node')
    if (existsSync(binary)) return binary
  } catch {
    // No pinned package for this platform: the installed Node is the fallback below.
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  console.error(
    `No pinned Node for ${process.platform}-${process.arch}, and ${process.version} is too old: install Node 24.`,
  )
  process.exit(1)
}

const node = pinnedNode()
const path = dirname(node) + delimiter + (process.env.PATH ?? process.env.Path ?? '')
const child = spawn(node, process.argv.slice(2), { stdio: 'inherit', env: { ...process.env, PATH: path } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)))
