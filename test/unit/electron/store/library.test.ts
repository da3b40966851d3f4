import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID } from '../../../../electron/store/connection.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from './open-library.ts'

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return error instanceof Failure ? error.code : String(error)
  }
  return 'no failure'
}

/** A library with one meeting, closed again; returns the path of its file. */
async function closedLibrary(dataDir: string): Promise<string> {
  const library = openTestLibrary(dataDir)
  library.write(() => library.meetings.add('会议', false))
  await library.close()
  return join(dataDir, 'huibei.db')
}

describe('a library', () => {
  test('keeps what was written, and is a database of ours that survives a power cut', async () => {
    const dataDir = join(tempFolder(), '新 文件夹')
    const path = await closedLibrary(dataDir)
    const file = new Database(path)
    expect(file.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(file.pragma('quick_check', { simple: true })).toBe('ok')
    file.close()
    const again = openTestLibrary(dataDir)
    expect(again.meetings.listInUse().map(({ title }) => title)).toEqual(['会议'])
    await again.close()
  })

  test('takes a change as a whole or not at all', async () => {
    const library = openTestLibrary(tempFolder())
    expect(() =>
      library.write(() => {
        library.meetings.add('半个', false)
        throw new Error('stopped in the middle')
      }),
    ).toThrow('stopped in the middle')
    expect(library.meetings.listInUse()).toEqual([])
    await library.close()
  })

  test('is open in one process only, and free again after it', async () => {
    const dataDir = tempFolder()
    const library = openTestLibrary(dataDir)
    expect(codeOf(() => openTestLibrary(dataDir))).toBe('busy')
    const second = spawnSync(process.execPath, [join(import.meta.dirname, 'open-child.ts'), dataDir])
    expect(second.stdout.toString()).toBe('busy')
    await library.close()
    const third = spawnSync(process.execPath, [join(import.meta.dirname, 'open-child.ts'), dataDir])
    expect(third.stdout.toString()).toBe('open')
  })

  test.each([
    ['text', () => Buffer.from('这不是资料库，是一个文本文件。'.repeat(40))],
    ['a short file', () => Buffer.from('SQLite')],
    ['a head without a body', (good: Buffer) => good.subarray(0, 100)],
    ['zeroes', () => Buffer.alloc(8192)],
    [
      'a broken schema page',
      (good: Buffer) => Buffer.concat([good.subarray(0, 100), Buffer.alloc(3996, 0xaa), good.subarray(4096)]),
    ],
  ])('leaves a damaged file as it is: %s', async (_name, damage) => {
    const dataDir = tempFolder()
    const path = await closedLibrary(dataDir)
    const damaged = damage(readFileSync(path))
    writeFileSync(path, damaged)
    expect(codeOf(() => openTestLibrary(dataDir))).toBe('damaged')
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })

  test('leaves a newer library as it is', async () => {
    const dataDir = tempFolder()
    const path = await closedLibrary(dataDir)
    const newer = new Database(path)
    newer.pragma('user_version = 99990')
    newer.pragma('wal_checkpoint(TRUNCATE)')
    newer.close()
    const before = readFileSync(path)
    expect(codeOf(() => openTestLibrary(dataDir))).toBe('too-new')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('does not take a database of another program for its own', async () => {
    const dataDir = tempFolder()
    const foreign = new Database(join(dataDir, 'huibei.db'))
    foreign.exec('CREATE TABLE notes (text)')
    foreign.close()
    const before = readFileSync(join(dataDir, 'huibei.db'))
    expect(codeOf(() => openTestLibrary(dataDir))).toBe('damaged')
    expect(readFileSync(join(dataDir, 'huibei.db')).equals(before)).toBe(true)
  })

  test('is free again after a start that failed', async () => {
    const dataDir = tempFolder()
    writeFileSync(join(dataDir, 'huibei.db'), 'x'.repeat(500))
    expect(codeOf(() => openTestLibrary(dataDir))).toBe('damaged')
    writeFileSync(join(dataDir, 'huibei.db'), '')
    const library = openTestLibrary(dataDir)
    expect(library.meetings.isEmpty()).toBe(true)
    await library.close()
  })

  test('says that its folder cannot be used', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(codeOf(() => openTestLibrary(join(folder, 'file', 'data')))).toBe('folder-missing')
  })

  test.skipIf(process.platform === 'win32')('says that it may not write', async () => {
    const dataDir = tempFolder()
    await closedLibrary(dataDir)
    const child = join(import.meta.dirname, 'open-child.ts')
    // Root may write anywhere, so the attempt is made as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    spawnSync('chmod', ['-R', 'a-w,a+rX', dataDir])
    const attempt = spawnSync(process.execPath, [child, dataDir], nobody)
    spawnSync('chmod', ['-R', 'u+w', dataDir])
    expect(attempt.stdout.toString() || attempt.stderr.toString()).toBe('read-only')
  })
})
