import type { Meeting } from '../../shared/contract/data.ts'
import { emptyMeasure, emptyProblem } from '../../shared/model/rectification/ledger.ts'
import type { SampleLedger } from '../../shared/packs/sample-section.ts'
import { addPaper } from './papers.ts'
import { applyChange } from './rectification.ts'
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
    addLedger(context, added.id, sampleMeeting.ledger)
    return added
  })
  emit({ name: 'meeting.changed', data: { id: meeting.id, revision: meeting.revision } })
  return wholeMeeting(context, meeting)
}

/** Within a transaction. */
function addLedger(context: ServiceContext, meetingId: string, { problems, rungs }: SampleLedger): void {
  const id = () => crypto.randomUUID()
  applyChange(context, meetingId, {
    kind: 'add-problems',
    problems: problems.map((problem) => ({
      ...emptyProblem,
      ...problem,
      id: id(),
      source: problem.text,
      measures: problem.measures.map((measure) => ({ ...emptyMeasure, ...measure, id: id() })),
    })),
  })
  const chain = { rungs: rungs.map((rung) => ({ ...rung, id: id() })), departed: [] }
  context.library.sheets.put(meetingId, 'chain', JSON.stringify(chain))
}

export function sampleService(context: ServiceContext): Handlers<'sample.create'> {
  return { 'sample.create': () => createSample(context) }
}
