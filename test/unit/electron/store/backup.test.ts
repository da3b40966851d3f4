import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { backupFileName, listBackups, surplusBackups, writeBackup } from '../../../../electron/store/backup.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from './open-library.ts'

const backup = (day: string, clock: string) => ({
  day,
  fileName: `huibei-${day}-${clock}-exit.db`,
  reason: 'exit' as const,
  sealed: false,
})

describe('the choice of backups that may go', () => {
  test('keeps three of today, one of each earlier day, ten in all', async () => {
    const today = ['235900000', '120000000', '110000000', '100000000'].map((clock) => backup('2026-12-15', clock))
    const yesterday = ['200000000', '080000000'].map((clock) => backup('2026-12-14', clock))
    const older = Array.from({ length: 10 }, (_, day) =>
      backup(`2026-12-${String(13 - day).padStart(2, '0')}`, '090000000'),
    )
    const surplus = surplusBackups([...today, ...yesterday, ...older], '2026-12-15')
    expect(surplus).toEqual([today[3], yesterday[1], ...older.slice(6)])
  })

  test('keeps the newest of each month for a year, and what was salvaged for ever', () => {
    const days = Array.from({ length: 500 }, (_, ago) =>
      new Date(Date.UTC(2026, 11, 15 - ago)).toISOString().slice(0, 10),
    )
    const daily = days.map((day) => backup(day, '090000000'))
    const salvaged = { ...backup('2020-01-01', '000000000'), reason: 'salvaged' as const }
    const surplus = new Set(surplusBackups([...daily, salvaged], '2026-12-15'))
    const kept = [...daily, salvaged].filter((one) => !surplus.has(one)).map(({ day }) => day)
    expect(kept).toEqual([
      ...days.slice(0, 10),
      '2026-11-30',
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
      '2020-01-01',
    ])
  })

  test('keeps the only one, however old', async () => {
    expect(surplusBackups([backup('2020-01-01', '000000000')], '2026-12-15')).toEqual([])
  })
})

describe('a backup', () => {
  test('holds what the library holds, the last commits included', async () => {
    const dataDir = tempFolder()
    const library = openTestLibrary(dataDir)
    library.write(() => library.meetings.add('刚写下的', false))
    const folder = join(dataDir, 'elsewhere')
    const name = writeBackup(join(dataDir, 'huibei.db'), folder, new Date(), 'exit')
    await library.close()
    const copy = new Database(join(folder, name), { readonly: true })
    expect(copy.prepare('SELECT title FROM meetings').all()).toEqual([{ title: '刚写下的' }])
    copy.close()
  })

  test('of a damaged library is not made, and pushes out no good one', async () => {
    const folder = tempFolder()
    const good = ['2026-12-01', '2026-12-02'].map((day) => backup(day, '100000000').fileName)
    for (const name of good) writeFileSync(join(folder, name), 'a good one')
    const damaged = join(tempFolder(), 'huibei.db')
    writeFileSync(damaged, Buffer.alloc(8192, 7))
    expect(() => writeBackup(damaged, folder, new Date(), 'exit')).toThrow()
    expect(readdirSync(folder).sort()).toEqual(good)
  })

  test('is named by local time and recognised by its name', async () => {
    const folder = tempFolder()
    const name = backupFileName(new Date(2026, 11, 5, 7, 8, 9, 10), 'daily')
    expect(name).toBe('huibei-2026-12-05-070809010-daily.db')
    for (const file of [name, `${name}.unfinished`, 'notes.db', 'huibei-2026-12-05-daily.db'])
      writeFileSync(join(folder, file), '')
    expect(listBackups(folder)).toEqual([{ fileName: name, day: '2026-12-05', reason: 'daily', sealed: false }])
  })
})

describe('the backups of a running library', () => {
  const names = (dataDir: string) => listBackups(join(dataDir, 'backups')).map(({ fileName }) => fileName)

  test('are made at the first change of a day and at exit, and none when nothing changed', async () => {
    const dataDir = tempFolder()
    let now = new Date(2026, 11, 15, 8, 0)
    const clock = () => now
    const library = openTestLibrary(dataDir, { clock })
    library.write(() => library.meetings.add('一', false))
    await vi.waitFor(() => expect(names(dataDir)).toEqual(['huibei-2026-12-15-080000000-daily.db']), 10_000)
    now = new Date(2026, 11, 15, 9, 0)
    library.write(() => library.meetings.add('二', false))
    await library.close()
    expect(names(dataDir)[0]).toBe('huibei-2026-12-15-090000000-exit.db')
    expect(names(dataDir)).toHaveLength(2)
    now = new Date(2026, 11, 16, 9, 0)
    await openTestLibrary(dataDir, { clock }).close()
    expect(names(dataDir)).toHaveLength(2)
  })

  test('leave nothing half written behind a crash', async () => {
    const dataDir = tempFolder()
    await openTestLibrary(dataDir).close()
    writeBackup(join(dataDir, 'huibei.db'), join(dataDir, 'backups'), new Date(), 'exit')
    writeFileSync(join(dataDir, 'backups', 'huibei-2026-12-05-070809010-daily.db.unfinished'), 'half')
    await openTestLibrary(dataDir).close()
    expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})
