// Prints the oldest systems that the binaries of the packages run on: `node build/node.mjs build/lowest-systems.ts [FILE…]`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inWords, lowestSystem } from './pack/lowest-systems.ts'

const modules = join(dirname(import.meta.dirname), 'node_modules')

/** What is packed and is present here: better-sqlite3 for every system, and the pinned Node of this one. */
function shippedBinaries(): string[] {
  const prebuilds = join(modules, 'better-sqlite3/prebuilds')
  const nodes = readdirSync(modules)
    .filter((name) => /^node-(?:linux|win)-/.test(name))
    .flatMap((name) => ['bin/node', 'bin/node.exe'].map((file) => join(modules, name, file)))
  const addons = readdirSync(prebuilds).map((file) => join(prebuilds, file))
  return [...addons, ...nodes].filter((file) => existsSync(file))
}

/** One line of docs/packaging.md for each binary with a lowest system. */
export function lowestSystems(files: readonly string[] = shippedBinaries()): string[] {
  return files.flatMap((file) => {
    const lowest = lowestSystem(readFileSync(file))
    return lowest ? [`| \`${relative(modules, file)}\` | ${inWords(lowest)} |`] : []
  })
}

if (import.meta.main) {
  const given = process.argv.slice(2)
  console.log(lowestSystems(given.length > 0 ? given : undefined).join('\n'))
}
