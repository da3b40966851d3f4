// Checks package-lock.json: every platform's packages listed, no download addresses; package.json: exact versions only.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockEntry {
  resolved?: string
  optionalDependencies?: Record<string, string>
}

/** Names a package by where it is needed from, as npm resolves it: the nearest node_modules upwards. */
function isListed(packages: Record<string, LockEntry>, from: string, name: string): boolean {
  for (let folder = from; ; ) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
    const cut = folder.lastIndexOf('/node_modules/')
    folder = cut < 0 ? '' : folder.slice(0, cut)
  }
}

/** @returns what is wrong, one sentence each. */
export function lockfileProblems(lockText: string, packageText: string): string[] {
  const { packages } = JSON.parse(lockText) as { packages: Record<string, LockEntry> }
  const problems: string[] = []
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved) problems.push(`${path} carries a download address`)
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!isListed(packages, path, name))
        problems.push(`${name}, optional for ${path || 'the project'}, is not listed`)
  }
  const manifest = JSON.parse(packageText) as Record<string, Record<string, string> | undefined>
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies'])
    for (const [name, version] of Object.entries(manifest[group] ?? {}))
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${name} is not pinned exactly: ${version}`)
  return problems
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  const problems = lockfileProblems(read('package-lock.json'), read('package.json'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}
