import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { storeFailure } from '../../../../electron/store/store-failure.ts'
import { Failure } from '../../../../shared/contract/failures.ts'

const systemError = (code: string) => Object.assign(new Error('said the system'), { code })

describe('what an error of the disk means', () => {
  test.each([
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_CANTOPEN', 'folder-missing'],
    ['SQLITE_IOERR_WRITE', 'folder-missing'],
  ])('%s is %s', (code, expected) => {
    expect(storeFailure(new Database.SqliteError('said SQLite', code))?.code).toBe(expected)
  })

  test.each([
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'disk-full'],
    ['ENOENT', 'folder-missing'],
  ])('%s is %s', (code, expected) => {
    expect(storeFailure(systemError(code))?.code).toBe(expected)
  })

  test('a bug is none, and a failure stays what it is', () => {
    expect(storeFailure(new TypeError('a bug'))).toBeNull()
    expect(storeFailure(new Database.SqliteError('a broken rule', 'SQLITE_CONSTRAINT_CHECK'))).toBeNull()
    expect(storeFailure(systemError('ERR_SOMETHING'))).toBeNull()
    const failure = new Failure('conflict')
    expect(storeFailure(failure)).toBe(failure)
  })

  test('a disk that is full is told as such by a real database', () => {
    const database = new Database(':memory:')
    database.exec('CREATE TABLE texts (text TEXT)')
    database.pragma('max_page_count = 10')
    const write = () => database.prepare('INSERT INTO texts VALUES (?)').run('长'.repeat(100_000))
    expect(() => write()).toThrow()
    try {
      write()
    } catch (error) {
      expect(storeFailure(error)?.code).toBe('disk-full')
    }
    database.close()
  })
})
