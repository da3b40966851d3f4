import type { Meeting } from '../../shared/contract/data.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { type FactContext, factTexts } from '../../shared/model/facts.ts'
import type { PaperHead } from '../../shared/model/meeting.ts'
import { readPaper, UnreadablePaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { MeetingRow } from '../store/meetings-table.ts'
import type { PaperRow, PaperRowHead } from '../store/papers-table.ts'
import type { Tables } from '../store/tables.ts'
import type { ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'

// What the services read from the library, put together.

/** @throws Failure 'not-found', also for a removed one */
export function findMeeting({ library }: ServiceContext, id: string): MeetingRow {
  const meeting = library.meetings.get(id)
  if (!meeting || meeting.removed !== null) throw new Failure('not-found')
  return meeting
}

/** @throws Failure 'not-found', also for a removed one or one of a removed meeting */
export function findPaper(context: ServiceContext, id: string): PaperRow {
  const paper = context.library.papers.get(id)
  if (!paper || paper.removed !== null) throw new Failure('not-found')
  findMeeting(context, paper.meetingId)
  return paper
}

/** What reading takes: also the tables of a backup will do. */
type Reading = Pick<ServiceContext, 'pack' | 'log'> & { library: Tables }

/** What the facts of a meeting are worked out from. */
export function factContext(context: Reading, meetingId: string): FactContext {
  const { library, pack } = context
  return {
    definitions: pack.facts,
    values: library.facts.list(meetingId),
    people: library.people.list(meetingId),
    settings: readSettings(context).settings,
  }
}

/** What facts show in the papers of a meeting. */
export function meetingFactText(context: Reading, meetingId: string): FactText {
  return factTexts(factContext(context, meetingId))
}

export function paperHead({ id, meetingId, kind, title, revision, created, updated }: PaperRowHead): PaperHead {
  return { id, meetingId, kind, title, revision, created, updated }
}

export function wholeMeeting({ library }: ServiceContext, meeting: MeetingRow): Meeting {
  const { id, title, sample, revision, created, updated } = meeting
  return {
    id,
    title,
    sample,
    revision,
    created,
    updated,
    facts: library.facts.list(id),
    people: library.people.list(id),
    papers: library.papers.listByMeeting(id).map(paperHead),
  }
}

/**
 * Reads a stored document.
 * @throws Failure 'damaged' when it cannot be read
 */
export function storedDocument(context: ServiceContext, body: string): PaperNode {
  try {
    return readPaper(body)
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error
    context.log('stored paper unreadable', error)
    throw new Failure('damaged', '这份文稿的内容无法读出。')
  }
}

/**
 * Reads a document somebody sends.
 * @throws Failure 'invalid-input' when it is no paper
 */
export function sentDocument(body: string): PaperNode {
  try {
    return readPaper(body)
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error
    throw new Failure('invalid-input', '“正文”的内容无法识别。')
  }
}
