import type { Person } from '../../shared/model/meeting.ts'
import type { Connection } from './connection.ts'
import { type Clock, newRow } from './row.ts'

export type PeopleTable = ReturnType<typeof peopleTable>

/** Somebody as a form sends them: without an id while new. */
export type NewPerson = Omit<Person, 'id'> & { id?: string | undefined }

export function peopleTable(connection: Connection, clock: Clock) {
  const select = connection.prepare<[string], Person>(
    'SELECT id, name, post, organization FROM people WHERE meeting_id = ? ORDER BY rank',
  )
  const insert = connection.prepare(
    `INSERT INTO people (id, meeting_id, name, post, organization, rank, created, updated, revision)
     VALUES (@id, @meetingId, @name, @post, @organization, @rank, @created, @updated, @revision)`,
  )
  const update = connection.prepare(
    `UPDATE people SET name = @name, post = @post, organization = @organization, rank = @rank, updated = @updated,
       revision = revision + 1
     WHERE id = @id AND (name, post, organization, rank) IS NOT (@name, @post, @organization, @rank)`,
  )
  const remove = connection.prepare('DELETE FROM people WHERE id = ?')
  const list = (meetingId: string): Person[] => select.all(meetingId)

  return {
    /** In the order of rank. */
    list,
    /**
     * Makes the roster equal to `people`, in their order; an id the meeting does not know is a new person.
     * @param named whether somebody new gets a new id, or keeps the one they came with from another machine
     */
    replace(meetingId: string, people: readonly NewPerson[], named: 'anew' | 'as-given' = 'anew'): void {
      const gone = new Set(list(meetingId).map((person) => person.id))
      people.forEach(({ id, name, post, organization }, rank) => {
        const row = { ...newRow(clock), meetingId, name, post, organization, rank }
        if (id !== undefined && gone.delete(id))
          update.run({ id, name, post, organization, rank, updated: row.updated })
        else insert.run(named === 'as-given' && id !== undefined ? { ...row, id } : row)
      })
      for (const id of gone) remove.run(id)
    },
  }
}
