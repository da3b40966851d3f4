import Database from 'better-sqlite3'

export interface LibraryLock {
  release(): void
}

/**
 * Lets one process at a time work on a library, whichever host it is. The lock is an open transaction on a small
 * database of its own: the system frees it when the process dies, and the library itself stays open to workers.
 * @throws SqliteError SQLITE_BUSY when another process holds it.
 */
export function lockLibrary(path: string): LibraryLock {
  const database = new Database(path, { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return { release: () => database.close() }
}
