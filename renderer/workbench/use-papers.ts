import type { Meeting } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES, type PaperKind } from '../../shared/model/kinds.ts'
import { useBackend } from '../backend/backend-context.ts'
import { notify } from '../ui/notice-store.ts'
import type { MeetingSession } from './meeting-session.ts'

interface PapersInput {
  session: MeetingSession
  meeting: Meeting
  paperId: string | null
  onPaper(id: string): void
}

/** Adding papers to the meeting and taking them away. All throw Failure. */
export function usePapers({ session, meeting, paperId, onPaper }: PapersInput) {
  const backend = useBackend()

  const added = async (id: string) => {
    await session.reload()
    onPaper(id)
  }
  return {
    added,
    async create(kind: PaperKind) {
      await added((await backend.call('paper.create', { meetingId: meeting.id, kind })).id)
    },
    async remove(id: string) {
      const paper = meeting.papers.find((candidate) => candidate.id === id)
      await backend.call('paper.remove', { id })
      await session.reload()
      const left = session.store.get().papers
      if (id === paperId && left[0]) onPaper(left[0].id)
      notify(`${paper ? PAPER_KIND_NAMES[paper.kind] : '文稿'}已移走。`, {
        action: {
          label: '撤销',
          run: () => void backend.call('paper.restore', { id }).then(() => added(id)),
        },
      })
    },
  }
}
