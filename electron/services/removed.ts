import { z } from 'zod'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'

const DAY = 86_400_000

/** 最近删除: what was removed stays for some days, then it is cleared away for good. */
export function removedService(context: ServiceContext): Handlers<'removed.list'> {
  const { library } = context
  return {
    'removed.list'(): CommandOutput<'removed.list'> {
      const keep = readSettings(context).settings.keepRemovedDays * DAY
      const dated = (removed: string | null) => ({
        removed: removed ?? '',
        until: new Date(Date.parse(removed ?? '') + keep).toISOString(),
      })
      return {
        meetings: library.meetings.listRemoved().map(({ id, title, removed }) => ({ id, title, ...dated(removed) })),
        papers: library.papers
          .listRemoved()
          .map(({ id, meetingTitle, kind, title, removed }) => ({ id, meetingTitle, kind, title, ...dated(removed) })),
        documents: library.documents
          .listRemoved()
          .map(({ id, title, fileName, removed }) => ({ id, title: title || fileName, ...dated(removed) })),
        ledgerRows: library.removedRows.list().map(({ id, problemId, meetingTitle, content, removed }) => ({
          id,
          meetingTitle,
          what: id === problemId ? 'problem' : 'measure',
          title: textOf(content),
          ...dated(removed),
        })),
      }
    },
  }
}

const withText = z.object({ text: z.string() })

/** The line a row is known by. A row that cannot be read stands in the list all the same. */
function textOf(content: string): string {
  try {
    return withText.parse(JSON.parse(content)).text
  } catch {
    return ''
  }
}

/** Clears away what was removed long enough ago. At the start, before anything is shown. */
export function clearRemoved(context: ServiceContext): void {
  const { library, clock, log } = context
  const before = new Date(clock().getTime() - readSettings(context).settings.keepRemovedDays * DAY).toISOString()
  const old = ({ removed }: { removed: string | null }) => removed !== null && removed < before
  // The sample would come back as something new; it is small.
  const meetings = library.meetings.listRemoved().filter((meeting) => old(meeting) && !meeting.sample)
  const papers = library.papers.listRemoved().filter(old)
  const rows = library.removedRows.list().filter(old)
  const documents = library.documents.listRemoved().filter(old)
  // A start that clears nothing away is no change, and worth no backup.
  if (meetings.length + papers.length + rows.length + documents.length === 0) return
  library.write(() => {
    for (const { id } of papers) library.papers.erase(id)
    for (const { id } of meetings) library.meetings.erase(id)
    library.removedRows.eraseBefore(before)
    library.documents.eraseRemovedBefore(before)
  })
  log(
    `cleared away ${meetings.length} meetings, ${papers.length} papers, ${rows.length} ledger rows and ${documents.length} old papers removed before ${before}`,
  )
}
