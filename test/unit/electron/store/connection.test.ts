import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForReading, openForWriting } from '../../../../electron/store/connection.ts'
import { tempFolder } from '../../../temp-folder.ts'

test('a library is written so that an acknowledged write survives a power cut', () => {
  const connection = openForWriting(join(tempFolder(), 'huibei.db'))
  const pragma = (name: string) => connection.pragma(name, { simple: true })
  // 2 is FULL: the log is synced at every commit.
  expect([pragma('journal_mode'), pragma('synchronous')]).toEqual(['wal', 2])
  expect([pragma('foreign_keys'), pragma('trusted_schema')]).toEqual([1, 0])
  connection.close()
})

test('a library opened for reading cannot be changed', () => {
  const path = join(tempFolder(), 'huibei.db')
  openForWriting(path).close()
  const connection = openForReading(path)
  expect(() => connection.exec('CREATE TABLE extra (id)')).toThrow(/readonly/)
  connection.close()
})
