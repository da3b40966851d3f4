import { join } from 'node:path'
import Database from 'better-sqlite3'

// Makes statements of the library fail, as a full or a broken disk makes them fail, and tells what is in it then.

type Method = (...args: unknown[]) => unknown
const METHODS = ['run', 'get', 'all', 'iterate'] as const

const probe = new Database(':memory:')
const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<(typeof METHODS)[number], Method>
const real = Object.fromEntries(METHODS.map((name) => [name, statements[name]])) as typeof statements

/** Makes the n-th statement from now fail. Returns whether it came to that. */
export function failAt(n: number, code: string): () => boolean {
  let left = n
  for (const name of METHODS) {
    statements[name] = function (this: unknown, ...args: unknown[]) {
      left -= 1
      if (left === 0) throw new Database.SqliteError('planted', code)
      return real[name].apply(this, args)
    }
  }
  return () => left <= 0
}

export function restoreStatements(): void {
  for (const name of METHODS) statements[name] = real[name]
}
/** Ids, and the tokens of exports: what a command makes by chance. */
const BY_CHANCE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<="token":")\w{6}(?=")/g

/** Everything the library holds, ids by the order in which they appear: two runs of a command give the same. */
export function dump(dataDir: string): string {
  const database = new Database(join(dataDir, 'huibei.db'), { readonly: true })
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .filter(({ name }) => name !== 'paper_progress' && !name.startsWith('sqlite_'))
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()])
  database.close()
  const seen = new Map<string, string>()
  return JSON.stringify(rows).replace(BY_CHANCE, (id) => {
    const known = seen.get(id) ?? `#${seen.size}`
    seen.set(id, known)
    return known
  })
}
