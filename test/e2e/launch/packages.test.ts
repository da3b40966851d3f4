import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, isBuilt } from '../../../build/build.ts'
import { packDesktop } from '../../../build/pack/desktop.ts'
import { compileForOldGlibc } from '../../../build/pack/old-glibc.ts'
import { packRuntimeFree } from '../../../build/pack/runtime-free.ts'
import { FILE_ENDING } from '../../../shared/contract/transfer-commands.ts'

const hasCompiler = spawnSync('g++', ['--version']).status === 0

let folder = ''
beforeAll(() => {
  if (!isBuilt()) expect(build()).toBe(true)
  folder = mkdtempSync(join(tmpdir(), 'huibei-pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Everything that may stand in a package of ours, by its path. */
const SHIPPED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/electron\/(?:main|node-host|window-host|cli|[\w-]+-worker|chunk-[\w-]+)\.js$/,
  /^out\/electron\/preload\.cjs$/,
  /^out\/(?:electron|renderer)\/licences\.txt$/,
  /^out\/renderer\/(?:index\.html|favicon\.svg)$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|png|svg)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.*\.js)$/,
]
const foreign = (files: readonly string[], allowed: readonly RegExp[]) =>
  files.filter((file) => !allowed.some((pattern) => pattern.test(file)))

describe('the desktop package', () => {
  const dist = () => join(folder, 'electron')
  const output = () => join(folder, 'desktop')

  beforeAll(() => {
    // Stands in for the runtime, which is a download of its own: what electron-builder looks at, and no more. The text
    // is the mark by which the fuses are found in the executable, with a version, a length and nine of them.
    mkdirSync(join(dist(), 'resources'), { recursive: true })
    mkdirSync(join(dist(), 'locales'))
    const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09'), Buffer.from('0'.repeat(9))])
    writeFileSync(join(dist(), 'electron'), fuses)
    chmodSync(join(dist(), 'electron'), 0o755)
    for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(dist(), name), '45.4.1')
    for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(dist(), 'locales', `${name}.pak`), '')
    expect(packDesktop(['--linux', '--x64', '--dir'], dist(), output())).toBe(0)
  })

  const packed = () => join(output(), 'linux-unpacked')

  test('holds what is shipped: no sources, no tests, no source maps', () => {
    const files = asarFiles(join(packed(), 'resources/app.asar')).filter((file) => !file.endsWith('.node'))
    expect(foreign(files, SHIPPED)).toEqual([])
    for (const needed of [
      'package.json',
      'LICENSE',
      'out/electron/main.js',
      'out/electron/preload.cjs',
      'out/renderer/index.html',
      'out/electron/licences.txt',
      'node_modules/better-sqlite3/lib/index.js',
    ])
      expect(files).toContain(needed)
  })

  test('holds one binary, of its own system, beside the archive', () => {
    const unpacked = join(packed(), 'resources/app.asar.unpacked')
    expect(filesOf(unpacked)).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
  })

  test('is what a double click on an exported meeting opens', () => {
    const settings = readFileSync(join(import.meta.dirname, '../../../build/electron-builder.yml'), 'utf8')
    expect(settings).toMatch(new RegExp(`^fileAssociations:\\n\\s+- ext: ${FILE_ENDING.slice(1)}$`, 'm'))
  })

  test('bears our name, in the languages of its users', () => {
    expect(existsSync(join(packed(), 'huibei'))).toBe(true)
    expect(readdirSync(join(packed(), 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('has the fuses set that keep it from being run as something else', () => {
    const executable = Buffer.alloc(43)
    const handle = openSync(join(packed(), 'huibei'), 'r')
    readSync(handle, executable, 0, 43, 0)
    closeSync(handle)
    // In Electron's order: run as Node, cookie encryption, NODE_OPTIONS, --inspect, asar integrity, only from asar,
    // own V8 snapshot, file:// privileges; the last is not ours to set.
    expect(executable.subarray(34, 42).toString()).toBe('01001100')
  })
})

describe('the package without a runtime of Electron', () => {
  const place = () => join(folder, '会备 试用')
  let files: string[] = []
  let needs = ''

  beforeAll(() => {
    // Unoptimised, which takes seconds instead of a minute. Without a compiler the ready binary is packed.
    const database = hasCompiler
      ? compileForOldGlibc({ output: join(folder, 'old-glibc'), optimisation: '-O0' })
      : undefined
    const packed = packRuntimeFree({
      output: folder,
      arch: process.arch === 'arm64' ? 'arm64' : 'x64',
      ...(database ? { database } : {}),
    })
    const { archive } = packed
    needs = packed.needs
    expect(statSync(archive).size).toBeLessThan(80e6)
    mkdirSync(place())
    expect(spawnSync('tar', ['-xzf', archive, '-C', place(), '--strip-components=1']).status).toBe(0)
    files = filesOf(place())
  })

  test('holds what is shipped, and one binary besides Node', () => {
    const own =
      /^(?:huibei|add-to-menu\.sh|huibei\.desktop\.in|huibei-mime\.xml|huibei\.png|LICENSE|说明\.txt|runtime\/(?:node|LICENSE))$/
    const binary = /^app\/node_modules\/better-sqlite3\/prebuilds\/linux-(?:x64|arm64)\.node$/
    const app = SHIPPED.map((pattern) => new RegExp(pattern.source.replace('^', '^app/')))
    expect(foreign(files, [own, binary, ...app])).toEqual([])
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1)
    expect(files).toContain('app/out/renderer/index.html')
  })

  test('runs on systems as old as Node itself does', (context) => {
    if (!hasCompiler) context.skip('needs g++ (Debian g++)')
    expect(needs).toBe('glibc 2.28, libstdc++ 3.4.21')
  })

  test('runs from where it was unpacked, without npm or Node on the machine, and keeps its data beside it', async () => {
    mkdirSync(join(place(), '会备数据'))
    const child = spawn(join(place(), 'huibei'), [], {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', HOME: folder, LANG: 'C' },
    })
    let output = ''
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
        const found = /^(http:\S+)$/m.exec(output)?.[1]
        if (found) resolve(found)
      })
      child.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
      })
      child.on('exit', () => reject(new Error(output)))
    })
    const { origin, hash } = new URL(address)
    const call = await fetch(`${origin}/api/call`, {
      method: 'POST',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        authorization: `Bearer ${hash.replace('#token=', '')}`,
      },
      body: JSON.stringify({ name: 'meeting.list', input: {} }),
    })
    expect(await call.json()).toMatchObject({ ok: true, value: [{ sample: true }] })
    expect((await fetch(origin)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
    expect(existsSync(join(place(), '会备数据/huibei.db'))).toBe(true)
  })

  test('comes into the menu with the paths of its place', () => {
    const { stdout } = spawnSync(join(place(), 'add-to-menu.sh'), {
      env: { PATH: '/usr/bin:/bin', HOME: folder },
      encoding: 'utf8',
    })
    const entry = /：(.*)\n/.exec(stdout)?.[1] ?? ''
    const text = spawnSync('cat', [entry], { encoding: 'utf8' }).stdout
    expect(text).toContain(`Exec="${place()}/huibei" %f\n`)
    expect(text).not.toContain('@HERE@')
    // A double click on an exported meeting comes here.
    expect(text).toContain('MimeType=application/x-huibei;')
    const kinds = readFileSync(join(folder, '.local/share/mime/packages/huibei.xml'), 'utf8')
    expect(kinds).toContain(`<glob pattern="*${FILE_ENDING}"/>`)
  })
})

const filesOf = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))

interface AsarEntry {
  files?: Record<string, AsarEntry>
}

/** Paths of the files in an asar archive, read from the list at its head. */
function asarFiles(path: string): string[] {
  const handle = openSync(path, 'r')
  const sizes = Buffer.alloc(16)
  readSync(handle, sizes, 0, 16, 0)
  const head = Buffer.alloc(sizes.readUInt32LE(12))
  readSync(handle, head, 0, head.length, 16)
  closeSync(handle)
  const list = (entry: AsarEntry, at: string): string[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, inner]) => list(inner, at ? `${at}/${name}` : name))
      : [at]
  return list(JSON.parse(head.toString('utf8')) as AsarEntry, '')
}
