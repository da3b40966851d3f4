import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isOlder, lowestSystem } from './lowest-systems.ts'

const root = dirname(dirname(import.meta.dirname))
const modules = join(root, 'node_modules')
const database = join(modules, 'better-sqlite3')
const own = join(root, 'build/old-glibc')

/** What Node 24 itself asks for; 统信 UOS 20 and 银河麒麟 V10 have it, with the libstdc++ of GCC 8. */
export const OLD_GLIBC = { glibc: '2.28', libstdcxx: '3.4.25' }

export interface OldGlibcOptions {
  /** Folder that gets `linux-<arch>.node`. */
  output: string
  /** -O0 compiles in seconds what -O2 takes a minute for. */
  optimisation?: '-O0' | '-O2'
}

/**
 * Compiles the binary of better-sqlite3 for systems older than its ready one asks for, from the sources that lie in its
 * package, with the GCC of this machine (10 or newer) and for this kind of machine.
 * @returns path of the binary
 * @throws when a compiler is missing or fails, or the result still asks for more than OLD_GLIBC
 */
export function compileForOldGlibc({ output, optimisation = '-O2' }: OldGlibcOptions): string {
  const work = mkdtempSync(join(tmpdir(), 'huibei-old-glibc-'))
  try {
    const bind = ['-include', join(own, 'bind.h')]
    const sqlite = [...defines(join(database, 'deps/defines.gypi')), ...bind]
    const headers = [
      join(database, 'deps/sqlite3'),
      join(modules, 'node-addon-api'),
      join(modules, `node-linux-${process.arch}/include/node`),
    ]
    const cxx = [
      '-std=c++20',
      '-fvisibility-inlines-hidden',
      '-DNODE_GYP_MODULE_NAME=better_sqlite3',
      ...defines(join(database, 'binding.gyp')),
      ...headers.map((folder) => `-I${folder}`),
    ]
    const compile = (compiler: string, source: string, name: string, flags: string[]) => {
      const object = join(work, name)
      run(compiler, ['-c', optimisation, '-fPIC', '-fvisibility=hidden', ...flags, source, '-o', object])
      return object
    }
    const objects = [
      compile('gcc', join(database, 'deps/sqlite3/sqlite3.c'), 'sqlite.o', sqlite),
      compile('g++', join(database, 'src/better_sqlite3.cpp'), 'module.o', [...sqlite, ...cxx]),
      compile('gcc', join(own, 'stat.c'), 'stat.o', []),
      compile('g++', join(own, 'standard-library.cpp'), 'standard-library.o', []),
    ]
    mkdirSync(output, { recursive: true })
    const binary = join(output, `linux-${process.arch}.node`)
    // Named although empty since 2.34: on an old system threads and dlopen live there.
    const libraries = ['-Wl,--no-as-needed', '-l:libpthread.so.0', '-l:libdl.so.2']
    run('g++', ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,-z,relro,-z,now', '-o', binary, ...objects, ...libraries])
    const needs = lowestSystem(readFileSync(binary))
    if (!needs || isOlder(OLD_GLIBC.glibc, needs.version) || isOlder(OLD_GLIBC.libstdcxx, needs.libstdcxx ?? '0'))
      throw new Error(`${binary} still needs glibc ${needs?.version}, libstdc++ ${needs?.libstdcxx}`)
    return binary
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The definitions that better-sqlite3 compiles with, out of its own build file: NAME or NAME=value in quotes. */
const defines = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/'((?:HAVE|SQLITE|NAPI|NODE_API)_[A-Z0-9_]+(?:=[\w-]+)?)'/g)].map(
    ([, name]) => `-D${name}`,
  )

function run(program: string, args: string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) throw new Error(`${program} is not on this machine: GCC 10 or newer is needed (Debian: g++).`)
  if (status !== 0) throw new Error(`${program} failed`)
}
