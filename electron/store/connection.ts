import Database from 'better-sqlite3'

export type Connection = Database.Database

/** 'HUIB': marks the file as a library of this program. */
export const APPLICATION_ID = 0x48554942

/** Opens the library for reading and writing, with what keeps an acknowledged write through a power cut. */
export function openForWriting(path: string): Connection {
  const connection = new Database(path, { timeout: 2000 })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('foreign_keys = ON')
    connection.pragma('journal_mode = WAL')
    // better-sqlite3 is built with NORMAL for WAL, which may lose the last commits in a power cut.
    connection.pragma('synchronous = FULL')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Opens a library or a backup without changing it. */
export function openForReading(path: string): Connection {
  const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    connection.pragma('trusted_schema = OFF')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
