import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from 'better-sqlite3'
import { Failure } from '../../../shared/contract/failures.ts'
import { backupFileName, faultOf } from '../backup.ts'
import { type Connection, openForWriting } from '../connection.ts'
import { libraryFiles } from '../library-files.ts'
import { migrate } from '../migrate.ts'
import { allMigrations } from '../migrations/all-migrations.ts'
import { syncFile, syncFolder } from '../sync.ts'
import { mendPapers } from './mend.ts'
import { openPageFile, type PageFile } from './page-file.ts'
import { children, isLeaf, rowsOf, type Value } from './rows.ts'
import { asRow, type TableShape, tableShapes } from './table-shapes.ts'

/** What came out of a damaged library. */
export interface Salvaged {
  fileName: string
  meetings: number
  papers: number
  revisions: number
  /** Rows that were seen and could not be read. */
  lost: number
}

/**
 * Reads what can be read of a damaged library, page by page, whatever is broken above the pages, and writes it as a
 * library of its own among the backups. The damaged files are only read. For a worker.
 * @throws Failure 'damaged' when nothing at all could be read
 */
export function salvageLibrary({ dataDir, time }: { dataDir: string; time: number }): Salvaged {
  const files = libraryFiles(dataDir)
  mkdirSync(files.backups, { recursive: true })
  const fileName = backupFileName(new Date(time), 'salvaged')
  const path = join(files.backups, fileName)
  const beside = `${path}.unfinished`
  const clear = () => {
    for (const trace of ['', '-wal', '-shm']) rmSync(beside + trace, { force: true })
  }
  clear()
  try {
    const source = openPageFile(files.library, files.log)
    let found: Omit<Salvaged, 'fileName'>
    try {
      found = readInto(beside, source, new Date(time).toISOString())
    } finally {
      source.close()
    }
    if (found.meetings === 0) throw new Failure('damaged', '文件里没有找到能读出的会议或文稿。')
    if (faultOf(beside)) throw new Error('what was salvaged is not in order')
    for (const trace of ['-wal', '-shm']) rmSync(beside + trace, { force: true })
    syncFile(beside)
    renameSync(beside, path)
    syncFolder(files.backups)
    return { fileName, ...found }
  } catch (error) {
    clear()
    throw error
  }
}

function readInto(path: string, source: PageFile, now: string): Omit<Salvaged, 'fileName'> {
  const target = openForWriting(path)
  try {
    migrate(target, allMigrations)
    target.pragma('foreign_keys = OFF')
    const lost = target.transaction(() => {
      const lostRows = copyRows(target, source)
      mendPapers(target, now)
      return lostRows
    })()
    const count = (table: string) => target.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    const found = { meetings: count('meetings'), papers: count('papers'), revisions: count('revisions'), lost }
    target.pragma('wal_checkpoint(TRUNCATE)')
    return found
  } finally {
    target.close()
  }
}

/** @returns how many rows could not be read */
function copyRows(target: Connection, source: PageFile): number {
  const shapes = tableShapes()
  const writers = new Map(shapes.map((shape) => [shape.name, writer(target, shape)]))
  const owners = pageOwners(source, shapes)
  const free = freePages(source)
  const strays: Value[][] = []
  let lost = 0
  for (let number = 1; number <= source.pages; number++) {
    const page = source.page(number)
    if (!page || free.has(number) || !isLeaf(page, number)) continue
    const read = rowsOf(source, page, number)
    const owner = owners.get(number)
    if (owner) lost += read.lost
    for (const values of read.rows) {
      const row = owner && asRow(owner, values)
      if (row) writers.get(owner.name)?.(row)
      else strays.push(values)
    }
  }
  for (const values of strays) {
    const fitting = shapes.flatMap((shape) => {
      const row = asRow(shape, values)
      return row ? [{ shape, row, known: refersToKnown(target, shape, row) }] : []
    })
    // Rows of a lost page can look like those of two tables; the one whose meeting or paper is there is likelier.
    const best = fitting.find(({ known }) => known) ?? fitting[0]
    if (best) writers.get(best.shape.name)?.(best.row)
  }
  return lost
}

function refersToKnown(target: Connection, { references }: TableShape, row: Record<string, Value>): boolean {
  return references.every(
    ({ table, from }) =>
      row[from] === null || target.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(row[from]) !== undefined,
  )
}

/** A row that is met twice (an old page was not used again) counts in its newest form. */
function writer(target: Connection, { name, columns }: TableShape): (row: Record<string, Value>) => void {
  const newer = columns.some((column) => column.name === 'revision') ? 'WHERE excluded.revision > revision' : ''
  // Rows of earlier versions of the program are shorter.
  const statements = new Map<number, Statement>()
  const statementFor = (names: readonly string[]): Statement => {
    const sets = names.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
    const known = statements.get(names.length)
    const statement =
      known ??
      target.prepare(
        `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((column) => `@${column}`).join(', ')})
         ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')} ${newer}`,
      )
    statements.set(names.length, statement)
    return statement
  }
  return (row) => {
    try {
      statementFor(Object.keys(row)).run(row)
    } catch {
      // A rule of the table speaks against it: another row has its place.
    }
  }
}

/** Which table a page belongs to, as far as the trees can be walked. */
function pageOwners(source: PageFile, shapes: readonly TableShape[]): Map<number, TableShape> {
  const owners = new Map<number, TableShape>()
  const roots = storedRoots(source)
  for (const shape of shapes) {
    const open = [roots.get(shape.name) ?? shape.root]
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (owners.has(number)) continue
      const page = source.page(number)
      if (!page) continue
      owners.set(number, shape)
      open.push(...(children(page, number) ?? []))
    }
  }
  return owners
}

/** Table → root page, from the file's own list of tables; empty when that is damaged. */
function storedRoots(source: PageFile): Map<string, number> {
  const roots = new Map<string, number>()
  const open = [1]
  const seen = new Set<number>()
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const page = source.page(number)
    if (!page || seen.has(number)) continue
    seen.add(number)
    open.push(...(children(page, number) ?? []))
    if (!isLeaf(page, number)) continue
    for (const [type, name, , root] of rowsOf(source, page, number).rows)
      if (type === 'table' && typeof name === 'string' && typeof root === 'number') roots.set(name, root)
  }
  return roots
}

/** Pages that hold nothing any more (section 1.5). They would bring back what was deleted. */
function freePages(source: PageFile): Set<number> {
  const free = new Set<number>()
  let trunk = source.page(1)?.readUInt32BE(32) ?? 0
  while (trunk > 0 && trunk <= source.pages && !free.has(trunk)) {
    free.add(trunk)
    const page = source.page(trunk)
    if (!page) break
    const count = Math.min(page.readUInt32BE(4), Math.floor((page.length - 8) / 4))
    for (let index = 0; index < count; index++) free.add(page.readUInt32BE(8 + index * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}
