import { Failure } from '../../shared/contract/failures.ts'
import type { NewPerson } from '../store/people-table.ts'
import { refreshTitles } from './papers.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findMeeting } from './stored-meetings.ts'

/** @throws Failure 'invalid-input' when somebody stands in it twice under one id */
export function checkRoster(people: readonly NewPerson[]): void {
  const ids = people.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (new Set(ids).size < ids.length) throw new Failure('invalid-input', '“人员名册”里有一个人重复了。')
}

export function peopleService(context: ServiceContext): Handlers<'people.save'> {
  const { library, emit } = context
  return {
    'people.save'({ meetingId, revision, people }) {
      checkRoster(people)
      const raised = library.write(() => {
        findMeeting(context, meetingId)
        const next = library.meetings.raise(meetingId, revision)
        library.people.replace(meetingId, people)
        refreshTitles(context, meetingId)
        return next
      })
      emit({ name: 'meeting.changed', data: { id: meetingId, revision: raised } })
      return { revision: raised, people: library.people.list(meetingId) }
    },
  }
}
