import type { Meeting } from '../../shared/contract/data.ts'
import { addPaper } from './papers.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { sentDocument, wholeMeeting } from './stored-meetings.ts'

/** Adds the invented meeting that shows a newcomer what the program does. */
export async function createSample(context: ServiceContext): Promise<Meeting> {
  const { library, emit } = context
  const { sampleMeeting } = await import('../../shared/packs/sample.ts')
  const meeting = library.write(() => {
    const added = library.meetings.add(sampleMeeting.title, true)
    library.facts.replace(added.id, sampleMeeting.facts)
    library.people.replace(added.id, sampleMeeting.people)
    for (const { kind, body } of sampleMeeting.papers) addPaper(context, added.id, kind, sentDocument(body))
    return added
  })
  emit({ name: 'meeting.changed', data: { id: meeting.id, revision: meeting.revision } })
  return wholeMeeting(context, meeting)
}

export function sampleService(context: ServiceContext): Handlers<'sample.create'> {
  return { 'sample.create': () => createSample(context) }
}
