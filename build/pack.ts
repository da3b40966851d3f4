// `npm run pack`: makes what is handed out. See docs/packaging.md.
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, isBuilt } from './build.ts'
import { looksLikeElectron, packDesktop } from './pack/desktop.ts'
import { packRuntimeFree } from './pack/runtime-free.ts'

const USAGE = `npm run pack -- desktop [--electron-dist FOLDER] [-- ARGUMENTS OF electron-builder]
    The Electron app for this or another system, such as: -- --win --x64 nsis portable
    FOLDER holds an unpacked Electron or its zip; ELECTRON_DIST names it, too. Without one it is downloaded.
npm run pack -- runtime-free [--arch x64|arm64] [--node FILE]
    The loopback host with a Node, as a tar.gz for Linux.`

const root = dirname(import.meta.dirname)

function pack(): number {
  const split = process.argv.indexOf('--', 2)
  const own = process.argv.slice(2, split < 0 ? undefined : split)
  const foreign = split < 0 ? [] : process.argv.slice(split + 1)
  const { values, positionals } = parseArgs({
    args: own,
    allowPositionals: true,
    options: { 'electron-dist': { type: 'string' }, arch: { type: 'string' }, node: { type: 'string' } },
  })
  const [what] = positionals
  if (what !== 'desktop' && what !== 'runtime-free') {
    console.error(USAGE)
    return 2
  }
  if (!isBuilt() && !build()) return 1
  if (what === 'desktop') {
    const dist = values['electron-dist'] ?? process.env.ELECTRON_DIST
    if (dist && !looksLikeElectron(dist)) {
      console.error(`No Electron in ${dist}: it takes an unpacked one, or a folder with electron-v….zip.`)
      return 2
    }
    return packDesktop(foreign.length > 0 ? foreign : ['--dir'], dist && resolve(dist))
  }
  const output = join(root, 'dist')
  mkdirSync(output, { recursive: true })
  const archive = packRuntimeFree({
    output,
    arch: values.arch === 'arm64' || (!values.arch && process.arch === 'arm64') ? 'arm64' : 'x64',
    ...(values.node ? { node: resolve(values.node) } : {}),
  })
  console.log(`${archive} (${(statSync(archive).size / 1e6).toFixed(1)} MB)`)
  return 0
}

process.exitCode = pack()
