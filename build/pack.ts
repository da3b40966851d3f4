// `npm run pack`: makes what is handed out. See docs/packaging.md.
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, isBuilt } from './build.ts'
import { looksLikeElectron, packDesktop } from './pack/desktop.ts'
import { needsOf } from './pack/needs-of.ts'
import { compileForOldGlibc } from './pack/old-glibc.ts'
import { packRuntimeFree } from './pack/runtime-free.ts'

const USAGE = `npm run pack -- desktop [--electron-dist FOLDER] [--old-glibc] [-- ARGUMENTS OF electron-builder]
    The Electron app for this or another system, such as: -- --win --x64 nsis portable
    FOLDER holds an unpacked Electron or its zip; ELECTRON_DIST names it, too. Without one it is downloaded.
npm run pack -- runtime-free [--arch x64|arm64] [--node FILE] [--old-glibc]
    The loopback host with a Node, as a tar.gz for Linux.
--old-glibc  For Linux of this machine's kind: compiles the database for systems as old as 麒麟 V10 and 统信 20. Needs g++.`

const root = dirname(import.meta.dirname)

function pack(): number {
  const split = process.argv.indexOf('--', 2)
  const own = process.argv.slice(2, split < 0 ? undefined : split)
  const foreign = split < 0 ? [] : process.argv.slice(split + 1)
  const { values, positionals } = parseArgs({
    args: own,
    allowPositionals: true,
    options: {
      'electron-dist': { type: 'string' },
      arch: { type: 'string' },
      node: { type: 'string' },
      'old-glibc': { type: 'boolean', default: false },
    },
  })
  const [what] = positionals
  if (what !== 'desktop' && what !== 'runtime-free') {
    console.error(USAGE)
    return 2
  }
  if (!isBuilt() && !build()) return 1
  const output = join(root, 'dist')
  mkdirSync(output, { recursive: true })
  const database = values['old-glibc'] ? compileDatabase() : null
  if (what === 'desktop') {
    const dist = values['electron-dist'] ?? process.env.ELECTRON_DIST
    if (dist && !looksLikeElectron(dist)) {
      console.error(`No Electron in ${dist}: it takes an unpacked one, or a folder with electron-v….zip.`)
      return 2
    }
    const status = packDesktop(
      foreign.length > 0 ? foreign : ['--dir'],
      dist && resolve(dist),
      output,
      database?.folder,
    )
    for (const folder of status === 0 ? readdirSync(output).filter((name) => name.endsWith('-unpacked')) : [])
      console.log(`${join(output, folder)} needs ${needsOf(join(output, folder))}`)
    return status
  }
  const { archive, needs } = packRuntimeFree({
    output,
    arch: values.arch === 'arm64' || (!values.arch && process.arch === 'arm64') ? 'arm64' : 'x64',
    ...(values.node ? { node: resolve(values.node) } : {}),
    ...(database ? { database: database.file } : {}),
  })
  console.log(`${archive} (${(statSync(archive).size / 1e6).toFixed(1)} MB) needs ${needs}`)
  return 0
}

function compileDatabase(): { folder: string; file: string } {
  const folder = join(root, 'dist/old-glibc')
  console.log('Compiling the database for old systems, about a minute…')
  return { folder, file: compileForOldGlibc({ output: folder }) }
}

process.exitCode = pack()
