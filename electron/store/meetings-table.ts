import type { Connection } from './connection.ts'
import { type Clock, missedUpdate, newRow, type Row } from './row.ts'

export interface MeetingRow extends Row {
  title: string
  sample: boolean
  /** When it was put among the removed ones; null while in use. */
  removed: string | null
}

type Raw = Omit<MeetingRow, 'sample'> & { sample: number }

const fromRaw = (raw: Raw): MeetingRow => ({ ...raw, sample: raw.sample === 1 })

export type MeetingsTable = ReturnType<typeof meetingsTable>

export function meetingsTable(connection: Connection, clock: Clock) {
  const insert = connection.prepare(
    `INSERT INTO meetings (id, title, sample, removed, created, updated, revision)
     VALUES (@id, @title, @sample, NULL, @created, @updated, @revision)`,
  )
  const selectOne = connection.prepare<[string], Raw>('SELECT * FROM meetings WHERE id = ?')
  const selectInUse = connection.prepare<[], Raw>('SELECT * FROM meetings WHERE removed IS NULL ORDER BY created DESC')
  const selectRemoved = connection.prepare<[], Raw>(
    'SELECT * FROM meetings WHERE removed IS NOT NULL ORDER BY removed DESC',
  )
  const selectAny = connection.prepare('SELECT 1 FROM meetings LIMIT 1')
  const updateTitle = connection.prepare('UPDATE meetings SET title = @title WHERE id = @id')
  const raise = connection.prepare<unknown[], { revision: number }>(
    `UPDATE meetings SET updated = @now, revision = revision + 1
     WHERE id = @id AND revision = @revision RETURNING revision`,
  )
  const updateRemoved = connection.prepare(
    'UPDATE meetings SET removed = @removed, updated = @now, revision = revision + 1 WHERE id = @id',
  )
  const erase = connection.prepare('DELETE FROM meetings WHERE id = ?')
  const now = () => clock().toISOString()
  const get = (id: string): MeetingRow | null => {
    const raw = selectOne.get(id)
    return raw ? fromRaw(raw) : null
  }

  return {
    get,
    listInUse: (): MeetingRow[] => selectInUse.all().map(fromRaw),
    listRemoved: (): MeetingRow[] => selectRemoved.all().map(fromRaw),
    /** Whether there has ever been a meeting, removed ones included. */
    isEmpty: (): boolean => selectAny.get() === undefined,
    add(title: string, sample: boolean): MeetingRow {
      const row = newRow(clock)
      insert.run({ ...row, title, sample: sample ? 1 : 0 })
      return { ...row, title, sample, removed: null }
    },
    /**
     * Marks a change of the meeting itself, its facts or its roster. Within a transaction with the change.
     * @returns the new revision
     * @throws Failure 'conflict' when `revision` is stale, 'not-found'
     */
    raise(id: string, revision: number): number {
      const raised = raise.get({ id, revision, now: now() })
      if (!raised) throw missedUpdate(get(id))
      return raised.revision
    },
    /** Goes with {@link raise}. */
    rename(id: string, title: string): void {
      updateTitle.run({ id, title })
    },
    setRemoved(id: string, removed: boolean): void {
      updateRemoved.run({ id, removed: removed ? now() : null, now: now() })
    },
    /** For good, with all that belongs to it. */
    erase(id: string): void {
      erase.run(id)
    },
  }
}
