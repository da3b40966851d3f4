import { Failure } from '../../shared/contract/failures.ts'
import type { Waiver } from '../../shared/model/meeting.ts'
import type { PaperRow } from '../store/papers-table.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { findPaper } from './stored-meetings.ts'

/** Findings somebody chose to leave as they are, with the reason. */
export function waiversService(context: ServiceContext): Handlers<'waiver.add' | 'waiver.remove'> {
  const { library, emit } = context

  const announce = (paper: PaperRow, scope: Waiver['scope']) => {
    const { id, meetingId, revision } = paper
    emit({ name: 'paper.changed', data: { id, meetingId, revision } })
    const meeting = library.meetings.get(meetingId)
    if (scope === 'meeting' && meeting)
      emit({ name: 'meeting.changed', data: { id: meetingId, revision: meeting.revision } })
    if (scope === 'office') emit({ name: 'settings.changed', data: { revision: readSettings(context).revision } })
  }

  return {
    'waiver.add'({ paperId, waiver }) {
      const paper = library.write(() => {
        const found = findPaper(context, paperId)
        library.waivers.add(found.meetingId, paperId, waiver)
        return found
      })
      announce(paper, waiver.scope)
      return { waivers: library.waivers.list(paper.meetingId, paperId) }
    },
    'waiver.remove'({ paperId, id }) {
      const { paper, scope } = library.write(() => {
        const found = findPaper(context, paperId)
        const waiver = library.waivers.list(found.meetingId, paperId).find((candidate) => candidate.id === id)
        if (!waiver) throw new Failure('not-found')
        library.waivers.remove(id)
        return { paper: found, scope: waiver.scope }
      })
      announce(paper, scope)
      return { waivers: library.waivers.list(paper.meetingId, paperId) }
    },
  }
}
