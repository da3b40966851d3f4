import type { Backend } from '../../shared/contract/backend.ts'
import type { RevisionHead } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { fold, queryTerms } from '../../shared/text/fold.ts'
import { paperText } from '../backend/paper-text.ts'
import { momentText } from '../text/format-time.ts'
import { officePack } from '../ui/office-pack.ts'

/** A text that can be held against another: the present one, a version, or any other paper. */
export interface ComparedText {
  id: string
  label: string
  note?: string
  read(): Promise<string>
}

export const PRESENT = 'present'

export function presentText(read: () => string): ComparedText {
  return { id: PRESENT, label: '现在的文稿', read: async () => read() }
}

export function versionText(
  backend: Backend,
  revision: RevisionHead,
  readText: (body: string) => string,
): ComparedText {
  return {
    id: revision.id,
    label: `${revision.name || '自动留存'} · ${momentText(revision.created)}`,
    read: async () => readText((await backend.call('revision.get', { id: revision.id })).body),
  }
}

/** Every paper but one, each with its own meeting's facts filled in; those of its own meeting first. @throws Failure */
export async function otherPapers(backend: Backend, paperId: string): Promise<ComparedText[]> {
  const meetings = await backend.call('meeting.list', {})
  const own = meetings.find(({ papers }) => papers.some(({ id }) => id === paperId))
  return [...(own ? [own] : []), ...meetings.filter((meeting) => meeting !== own)].flatMap((meeting) =>
    meeting.papers
      .filter(({ id }) => id !== paperId)
      .map((paper) => ({
        id: paper.id,
        label: meeting === own ? PAPER_KIND_NAMES[paper.kind] : `${meeting.title} · ${PAPER_KIND_NAMES[paper.kind]}`,
        ...(meeting === own ? { note: '本会议' } : {}),
        read: () => paperText(backend, { paperId: paper.id, meetingId: meeting.id }, officePack.get().facts),
      })),
  )
}

/** Papers a list can hold at once. */
export const MOST_OFFERED = 40

/** Of many papers those whose names hold every word of the query, and always the chosen ones. */
export function offeredPapers(
  papers: readonly ComparedText[],
  query: string,
  chosen: readonly string[],
): ComparedText[] {
  const terms = queryTerms(query)
  const found = papers.filter(({ label, note = '' }) => terms.every((term) => fold(`${note} ${label}`).includes(term)))
  const offered = new Set(found.slice(0, MOST_OFFERED))
  return papers.filter((paper) => offered.has(paper) || chosen.includes(paper.id))
}
