import { Failure } from '../../shared/contract/failures.ts'
import { factProblem } from '../../shared/model/facts.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import { refreshTitles } from './papers.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findMeeting } from './stored-meetings.ts'

/**
 * Keys the pack does not know are kept as they are: they may come from an office's own pack.
 * @throws Failure 'invalid-input' naming the value that cannot be taken
 */
export function checkFacts(pack: Pack, values: FactValues): void {
  for (const definition of pack.facts) {
    const problem = factProblem(definition, values[definition.key] ?? '')
    if (problem) throw new Failure('invalid-input', problem)
  }
}

export function factsService(context: ServiceContext): Handlers<'facts.save'> {
  const { library, emit } = context
  return {
    'facts.save'({ meetingId, revision, facts }) {
      checkFacts(context.pack, facts)
      const raised = library.write(() => {
        findMeeting(context, meetingId)
        const next = library.meetings.raise(meetingId, revision)
        library.facts.replace(meetingId, facts)
        refreshTitles(context, meetingId)
        return next
      })
      emit({ name: 'meeting.changed', data: { id: meetingId, revision: raised } })
      return { revision: raised }
    },
  }
}
