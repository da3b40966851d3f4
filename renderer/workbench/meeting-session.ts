import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { Meeting } from '../../shared/contract/data.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import { createStore, type Store } from '../ui/store.ts'

export type NewPeople = CommandInput<'people.save'>['people']

/** One open meeting: its facts and roster as shown, written in the background one change after the other. */
export interface MeetingSession {
  store: Store<Meeting>
  /** Shows the change at once. A change from another window to other facts is kept. @throws Failure */
  setFact(key: string, value: string): Promise<void>
  /** @throws Failure */
  setPeople(people: NewPeople): Promise<void>
  /** @throws Failure */
  rename(title: string): Promise<void>
  /** Reads the meeting again, unless something of ours is still on its way. @throws Failure */
  reload(): Promise<void>
}

export function createMeetingSession(backend: Backend, meeting: Meeting): MeetingSession {
  const store = createStore(meeting)
  let waiting = 0
  let writing: Promise<void> = Promise.resolve()

  const read = async () => store.set(await backend.call('meeting.get', { id: meeting.id }))

  /** Runs after the writes before it; on a stale revision reads the newer meeting, applies the change to it, once. */
  function write(apply: () => void, send: () => Promise<{ revision: number }>): Promise<void> {
    apply()
    waiting += 1
    const done = writing.then(async () => {
      try {
        store.patch({ revision: (await send()).revision })
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'conflict')) throw error
        await read()
        apply()
        store.patch({ revision: (await send()).revision })
      } finally {
        waiting -= 1
      }
    })
    writing = done.catch(() => read().catch(() => undefined))
    return done
  }

  const withFact = (facts: FactValues, key: string, value: string): FactValues => {
    const { [key]: _old, ...others } = facts
    return value === '' ? others : { ...others, [key]: value }
  }

  return {
    store,
    setFact: (key, value) =>
      write(
        () => store.patch({ facts: withFact(store.get().facts, key, value) }),
        () => {
          const { id, revision, facts } = store.get()
          return backend.call('facts.save', { meetingId: id, revision, facts })
        },
      ),
    setPeople: (people) =>
      write(
        () => store.patch({ people: people.map((person, at) => ({ ...person, id: person.id ?? `new-${at}` })) }),
        async () => {
          const { id, revision } = store.get()
          const saved = await backend.call('people.save', { meetingId: id, revision, people })
          store.patch({ people: saved.people })
          return saved
        },
      ),
    rename: (title) =>
      write(
        () => store.patch({ title }),
        () => {
          const { id, revision } = store.get()
          return backend.call('meeting.rename', { id, revision, title })
        },
      ),
    async reload() {
      await writing
      if (waiting === 0) await read()
    },
  }
}
