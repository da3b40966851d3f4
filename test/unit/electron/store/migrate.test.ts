import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Migration } from '../../../../electron/store/migrate.ts'
import { allMigrations } from '../../../../electron/store/migrations/all-migrations.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from './open-library.ts'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/library')
const numberOf = (name: string): number => Number(/\d+/.exec(name)?.[0])
const fixtures = readdirSync(FIXTURES)
  .filter((name) => /^version-\d+\.sql$/.test(name))
  .sort((a, b) => numberOf(a) - numberOf(b))

/** A data folder with a library as an older program left it. */
function restoredFixture(name: string): string {
  const dataDir = tempFolder()
  const database = new Database(join(dataDir, 'huibei.db'))
  database.exec(readFileSync(join(FIXTURES, name), 'utf8'))
  database.close()
  return dataDir
}

function schemaOf(dataDir: string): unknown[] {
  const database = new Database(join(dataDir, 'huibei.db'), { readonly: true })
  const rows = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all()
  database.close()
  return rows.filter((row) => !(row as { name: string }).name.startsWith('sqlite_'))
}

const addColumn: Migration = {
  version: 99_980,
  up: (connection) => connection.exec("ALTER TABLE meetings ADD COLUMN note TEXT NOT NULL DEFAULT '旧'"),
}
const breakHalfWay: Migration = {
  version: 99_990,
  up(connection) {
    connection.exec('CREATE TABLE half (id TEXT) STRICT')
    throw new Error('broke half way')
  },
}

describe('migrations', () => {
  test('rise, and are named by their version', async () => {
    const versions = allMigrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
    const files = readdirSync(join(import.meta.dirname, '../../../../electron/store/migrations'))
    const numbers = files.flatMap((name) => /^(\d{4})-/.exec(name)?.[1] ?? []).map(Number)
    expect(numbers.sort((a, b) => a - b)).toEqual(versions)
  })

  test('every released version has a fixture', async () => {
    expect(fixtures.map(numberOf)).toEqual(allMigrations.map(({ version }) => version))
  })

  test.each(fixtures)('%s becomes what a fresh library is, with its content', async (name) => {
    const dataDir = restoredFixture(name)
    const library = openTestLibrary(dataDir)
    const [meeting] = library.meetings.listInUse()
    expect(meeting?.title).toBe('青垣县反馈会议')
    expect(library.facts.list(meeting?.id ?? '')).toEqual({ unit: '柳溪镇' })
    expect(library.papers.listByMeeting(meeting?.id ?? '').map(({ title }) => title)).toEqual(['在会上的讲话'])
    await library.close()
    const fresh = tempFolder()
    await openTestLibrary(fresh).close()
    expect(schemaOf(dataDir)).toEqual(schemaOf(fresh))
  })

  test('run on an older library, which is backed up before', async () => {
    const dataDir = restoredFixture(fixtures[0] ?? '')
    const library = openTestLibrary(dataDir, { migrations: [...allMigrations, addColumn] })
    expect(library.meetings.listInUse()).toMatchObject([{ title: '青垣县反馈会议', note: '旧' }])
    await library.close()
    const backup = readdirSync(join(dataDir, 'backups')).find((name) => name.endsWith('-migration.db')) ?? ''
    const copy = new Database(join(dataDir, 'backups', backup), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(allMigrations[0]?.version)
    expect(copy.prepare('SELECT title FROM meetings').all()).toEqual([{ title: '青垣县反馈会议' }])
    copy.close()
  })

  test('leave the older version whole when one breaks', async () => {
    const dataDir = restoredFixture(fixtures[0] ?? '')
    const before = schemaOf(dataDir)
    const migrations = [...allMigrations, addColumn, breakHalfWay]
    expect(() => openTestLibrary(dataDir, { migrations })).toThrow('broke half way')
    expect(schemaOf(dataDir)).toEqual(before)
    const library = openTestLibrary(dataDir)
    expect(library.meetings.listInUse()).toHaveLength(1)
    await library.close()
  })
})
