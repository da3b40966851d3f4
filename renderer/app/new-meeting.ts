import type { CommandInput } from '../../shared/contract/commands.ts'
import type { PaperKind } from '../../shared/model/kinds.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import type { RosterRow } from '../facts/RosterEditor.tsx'

export interface NewMeetingDraft {
  title: string
  facts: FactValues
  rows: readonly RosterRow[]
  papers: readonly PaperKind[]
}

/** The name a meeting gets in the list where none was typed. */
export function proposedTitle(facts: FactValues): string {
  return facts.meetingName || (facts.unit ? `${facts.unit}巡察情况反馈会议` : '巡察情况反馈会议')
}

/** What is sent: empty values and rows without a name are left out. */
export function newMeetingInput(draft: NewMeetingDraft): CommandInput<'meeting.create'> {
  return {
    title: draft.title.trim() || proposedTitle(draft.facts),
    facts: Object.fromEntries(Object.entries(draft.facts).filter(([, value]) => value !== '')),
    people: draft.rows
      .filter((row) => row.name !== '')
      .map(({ name, post, organization }) => ({ name, post, organization })),
    papers: [...draft.papers],
  }
}
