import type { z } from 'zod'
import { Failure } from '../../../shared/contract/failures.ts'
import type { MeetingContent } from '../../../shared/merge/content.ts'
import { PAPER_KIND_NAMES } from '../../../shared/model/kinds.ts'
import { agendaSchema } from '../../../shared/model/rectification/agenda.ts'
import { chainSchema } from '../../../shared/model/rectification/chain.ts'
import type { Ledger } from '../../../shared/model/rectification/ledger.ts'
import { ledgerDifference } from '../../../shared/model/rectification/removed-rows.ts'
import type { NamedTable } from '../../store/transfer-rows.ts'
import { documentTitle } from '../document-title.ts'
import { refreshTitles } from '../papers.ts'
import { readLedger } from '../rectification.ts'
import type { ServiceContext } from '../service-context.ts'
import { meetingFactText, storedDocument } from '../stored-meetings.ts'

/** A meeting as it stands, removed or not; null when there is none. @throws Failure 'damaged' */
export function readContent(context: ServiceContext, meetingId: string): MeetingContent | null {
  const { library } = context
  const meeting = library.meetings.get(meetingId)
  if (!meeting) return null
  const papers = library.papers.listByMeeting(meetingId)
  const waivers = new Map(
    ['', ...papers.map(({ id }) => id)].flatMap((paperId) =>
      library.waivers
        .list(meetingId, paperId)
        .filter(({ scope }) => scope !== 'office')
        .map(
          ({ scope, ...waiver }) => [waiver.id, { ...waiver, paperId: scope === 'paper' ? paperId : null }] as const,
        ),
    ),
  )
  return {
    title: meeting.title,
    facts: library.facts.list(meetingId),
    people: library.people.list(meetingId),
    papers: papers.map(({ id, kind }) => {
      const body = library.papers.get(id)?.body ?? ''
      storedDocument(context, body)
      return { id, kind, body, decisions: library.decisions.list(id) }
    }),
    waivers: [...waivers.values()],
    problems: readLedger(context, meetingId),
    agenda: storedSheet(context, meetingId, 'agenda', agendaSchema),
    chain: storedSheet(context, meetingId, 'chain', chainSchema),
  }
}

/** Null while it is still what the papers, the facts and the roster give: that is worked out anew on every machine. */
function storedSheet<T>(
  { library, log }: ServiceContext,
  meetingId: string,
  kind: 'agenda' | 'chain',
  schema: z.ZodType<T>,
): T | null {
  const stored = library.sheets.get(meetingId, kind)
  try {
    return stored === null ? null : schema.nullable().parse(JSON.parse(stored))
  } catch (error) {
    log(`stored ${kind} unreadable`, error)
    throw new Failure('damaged', kind === 'agenda' ? '议程的内容无法读出。' : '责任链条的内容无法读出。')
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What changed, for those who have it on their screens. */
export interface Written {
  papers: string[]
  isMeetingChanged: boolean
  isLedgerChanged: boolean
}

/**
 * Makes a stored meeting equal to `after`, writing only what differs. Within a transaction.
 * @param before the meeting as it stands; null makes it
 * @throws Failure 'invalid-input' when a name is taken by something of another meeting
 */
export function writeContent(
  context: ServiceContext,
  meetingId: string,
  before: MeetingContent | null,
  after: MeetingContent,
): Written {
  const { library } = context
  if (!before) library.travelling.addMeeting(meetingId, after.title)
  const old = before ?? {
    ...after,
    facts: {},
    people: [],
    papers: [],
    waivers: [],
    problems: [],
    agenda: null,
    chain: null,
  }
  refuseTaken(context, meetingId, after)

  const isHeadChanged = !isSame([old.title, old.facts, old.people], [after.title, after.facts, after.people])
  if (isHeadChanged) {
    if (old.title !== after.title) library.meetings.rename(meetingId, after.title)
    library.facts.replace(meetingId, after.facts)
    library.people.replace(meetingId, after.people, 'as-given')
  }
  const papers = writePapers(context, meetingId, old, after)
  writeWaivers(context, meetingId, old, after)
  const isLedgerChanged = writeLedger(context, meetingId, old, after)
  const isMeetingChanged = isHeadChanged || !isSame(idsOf(old.papers), idsOf(after.papers))
  if (before && isMeetingChanged) library.meetings.raise(meetingId, library.meetings.get(meetingId)?.revision ?? 0)
  refreshTitles(context, meetingId)
  return { papers, isMeetingChanged: isMeetingChanged || !before, isLedgerChanged }
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

function refuseTaken({ library }: ServiceContext, meetingId: string, after: MeetingContent): void {
  const named: [NamedTable, string[]][] = [
    ['people', idsOf(after.people)],
    ['papers', idsOf(after.papers)],
    ['problems', idsOf(after.problems)],
    ['waivers', idsOf(after.waivers)],
  ]
  for (const [table, ids] of named)
    for (const id of ids) {
      const owner = library.travelling.ownerOf(table, id)
      if (owner !== null && owner !== meetingId)
        throw new Failure('invalid-input', '这个文件和这台电脑上的另一个会议混在了一起')
    }
}

function writePapers(context: ServiceContext, meetingId: string, old: MeetingContent, after: MeetingContent): string[] {
  const { library } = context
  const factText = meetingFactText(context, meetingId)
  const changed: string[] = []
  for (const { id, kind, body, decisions } of after.papers) {
    const stored = library.papers.get(id)
    const title = documentTitle(storedDocument(context, body), factText) || PAPER_KIND_NAMES[kind]
    if (!stored) library.travelling.addPaper({ id, meetingId, kind, title, body })
    else {
      if (stored.removed !== null) library.papers.setRemoved(id, false)
      const { revision } = library.papers.get(id) ?? stored
      if (stored.body !== body) library.papers.save(id, revision, title, body)
    }
    const were = new Map((old.papers.find((paper) => paper.id === id)?.decisions ?? []).map((one) => [one.point, one]))
    for (const decision of decisions) {
      if (!isSame(were.get(decision.point), decision)) library.decisions.put(id, decision)
      were.delete(decision.point)
    }
    for (const point of were.keys()) library.decisions.remove(id, point)
    if (
      !isSame(
        old.papers.find((paper) => paper.id === id),
        { id, kind, body, decisions },
      )
    )
      changed.push(id)
  }
  const kept = new Set(idsOf(after.papers))
  for (const { id } of old.papers) {
    if (kept.has(id)) continue
    library.papers.setRemoved(id, true)
    changed.push(id)
  }
  if (!isSame(idsOf(old.papers), idsOf(after.papers))) library.travelling.arrange(idsOf(after.papers))
  return changed
}

function writeWaivers(
  { library }: ServiceContext,
  meetingId: string,
  old: MeetingContent,
  after: MeetingContent,
): void {
  const were = new Map(old.waivers.map((waiver) => [waiver.id, waiver]))
  const papers = new Set(idsOf(after.papers))
  for (const waiver of after.waivers) {
    const was = were.get(waiver.id)
    were.delete(waiver.id)
    if (isSame(was, waiver) || (waiver.paperId !== null && !papers.has(waiver.paperId))) continue
    if (was) library.waivers.remove(waiver.id)
    library.travelling.addWaiver(meetingId, waiver)
  }
  // Those of a removed paper stay with it.
  for (const { id, paperId } of were.values()) if (paperId === null || papers.has(paperId)) library.waivers.remove(id)
}

function writeLedger(
  { library }: ServiceContext,
  meetingId: string,
  old: MeetingContent,
  after: MeetingContent,
): boolean {
  const were = new Map(old.problems.map((problem) => [problem.id, problem]))
  const ledger: Ledger = after.problems.map((problem) => {
    const was = were.get(problem.id)
    return was && isSame(sortedKeys(was), sortedKeys(problem)) ? was : problem
  })
  const isOrdered = old.problems.length === ledger.length && ledger.every((problem, at) => problem === old.problems[at])
  const isAgendaSame = isSame(old.agenda, after.agenda)
  const isChainSame = isSame(old.chain, after.chain)
  if (isOrdered && isAgendaSame && isChainSame) return false
  if (!isOrdered) {
    const { removed, added } = ledgerDifference(old.problems, ledger)
    library.problems.replace(meetingId, old.problems, ledger)
    library.removedRows.follow(meetingId, removed, added)
  }
  if (!isAgendaSame) library.sheets.put(meetingId, 'agenda', JSON.stringify(after.agenda))
  if (!isChainSame) library.sheets.put(meetingId, 'chain', JSON.stringify(after.chain))
  library.sheets.raise(meetingId, library.sheets.revision(meetingId))
  return true
}

/** The same problem written with its fields in another order is the same. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, one]) => [key, sortedKeys(one)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
