import type { Handlers, ServiceContext } from './service-context.ts'
import { findPaper } from './stored-meetings.ts'

/** Decisions a person took on the required points of a paper. They are no part of its text and leave its revision. */
export function pointsService(context: ServiceContext): Handlers<'point.decide' | 'point.clear'> {
  const { library, emit } = context

  const change = (paperId: string, run: () => void) => {
    const paper = library.write(() => {
      const found = findPaper(context, paperId)
      run()
      return found
    })
    emit({ name: 'paper.changed', data: { id: paperId, meetingId: paper.meetingId, revision: paper.revision } })
    return { decisions: library.decisions.list(paperId) }
  }

  return {
    'point.decide': ({ paperId, decision }) => change(paperId, () => library.decisions.put(paperId, decision)),
    'point.clear': ({ paperId, point }) => change(paperId, () => library.decisions.remove(paperId, point)),
  }
}
