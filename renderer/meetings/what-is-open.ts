import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { MeetingSummary, PaperProgress } from '../../shared/contract/data.ts'

/** A meeting's papers added up: written required points, and what is still open. */
export interface MeetingProgress {
  covered: number
  required: number
  openFacts: number
  errors: number
}

export function addUp(papers: readonly PaperProgress[]): MeetingProgress {
  const sum = (read: (paper: PaperProgress) => number) => papers.reduce((total, paper) => total + read(paper), 0)
  return {
    covered: sum((paper) => paper.coveredPoints),
    required: sum((paper) => paper.requiredPoints),
    openFacts: sum((paper) => paper.openFacts),
    errors: sum((paper) => paper.errors),
  }
}

/** 3 处待填, 2 项必备要点未写, 1 处差错; empty when nothing is open. */
export function whatIsOpen(progress: MeetingProgress): string[] {
  const missing = progress.required - progress.covered
  return [
    progress.openFacts > 0 ? `${progress.openFacts} 处待填` : '',
    missing > 0 ? `${missing} 项必备要点未写` : '',
    progress.errors > 0 ? `${progress.errors} 处差错` : '',
  ].filter(Boolean)
}

export type LedgerOverview = CommandOutput<'ledger.overview'>[number]

/** 责任链条缺 2 处, 1 条措施超期; what the papers alone do not show. */
export function whatLedgerLacks({ holes, overdue, problems, hasAgenda }: LedgerOverview): string[] {
  return [
    hasAgenda ? '' : '议程没有排',
    problems > 0 && holes > 0 ? `责任链条缺 ${holes} 处` : '',
    overdue > 0 ? `${overdue} 条措施超期` : '',
  ].filter(Boolean)
}

/** Coming meetings first, the nearest on top; then those without a date; then past ones, the latest on top. */
export function inOrder(meetings: readonly MeetingSummary[], today: string): MeetingSummary[] {
  const rank = (date: string | null) => (date === null ? 1 : date >= today ? 0 : 2)
  return [...meetings].sort((a, b) => {
    const byRank = rank(a.date) - rank(b.date)
    if (byRank !== 0) return byRank
    if (a.date === b.date) return b.updated.localeCompare(a.updated)
    const byDate = (a.date ?? '').localeCompare(b.date ?? '')
    return rank(a.date) === 2 ? -byDate : byDate
  })
}

/** Whether a meeting is meant by what was typed into the search box: every word stands in its title, unit or papers. */
export function matches(meeting: MeetingSummary, search: string): boolean {
  const text = [meeting.title, meeting.unit, ...meeting.papers.map((paper) => paper.title)].join('\n')
  return search
    .split(/[\s　]+/)
    .filter(Boolean)
    .every((word) => text.includes(word))
}
