import type { MeetingSummary } from '../../shared/contract/data.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { factValue } from '../../shared/model/facts.ts'
import type { MeetingRow } from '../store/meetings-table.ts'
import { checkFacts } from './facts.ts'
import { addTemplatePaper } from './papers.ts'
import { checkRoster } from './people.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { factContext, findMeeting, paperHead, wholeMeeting } from './stored-meetings.ts'

type Commands =
  | 'meeting.list'
  | 'meeting.create'
  | 'meeting.get'
  | 'meeting.rename'
  | 'meeting.remove'
  | 'meeting.restore'
  | 'meeting.listRemoved'

export function meetingsService(context: ServiceContext): Handlers<Commands> {
  const { library, emit } = context

  const changed = (id: string) => {
    const meeting = library.meetings.get(id)
    if (meeting) emit({ name: 'meeting.changed', data: { id, revision: meeting.revision } })
  }

  const setRemoved = (id: string, removed: boolean) => {
    library.write(() => {
      const meeting = library.meetings.get(id)
      if (!meeting) throw new Failure('not-found')
      if ((meeting.removed !== null) !== removed) library.meetings.setRemoved(id, removed)
    })
    changed(id)
    return {}
  }

  return {
    'meeting.list': () => {
      const summaries = library.meetings.listInUse().map((meeting) => summarise(context, meeting))
      context.progress.keep()
      return summaries.sort((a, b) => (a.updated < b.updated ? 1 : -1))
    },
    'meeting.create'({ title, facts, people, papers }) {
      checkFacts(context.pack, facts)
      checkRoster(people)
      const meeting = library.write(() => {
        const added = library.meetings.add(title, false)
        library.facts.replace(added.id, facts)
        library.people.replace(added.id, people)
        for (const kind of papers) addTemplatePaper(context, added.id, kind)
        return added
      })
      changed(meeting.id)
      return wholeMeeting(context, meeting)
    },
    'meeting.get': ({ id }) => wholeMeeting(context, findMeeting(context, id)),
    'meeting.rename'({ id, revision, title }) {
      const raised = library.write(() => {
        findMeeting(context, id)
        library.meetings.rename(id, title)
        return library.meetings.raise(id, revision)
      })
      changed(id)
      return { revision: raised }
    },
    'meeting.remove': ({ id }) => setRemoved(id, true),
    'meeting.restore': ({ id }) => setRemoved(id, false),
    'meeting.listRemoved': () =>
      library.meetings.listRemoved().map(({ id, title, removed }) => ({ id, title, removed: removed ?? '' })),
  }
}

/** Updated when the meeting or one of its papers was. */
function summarise(context: ServiceContext, meeting: MeetingRow): MeetingSummary {
  const facts = factContext(context, meeting.id)
  const papers = context.library.papers.listByMeeting(meeting.id)
  const revisions = `${meeting.revision} ${readSettings(context).revision}`
  return {
    id: meeting.id,
    title: meeting.title,
    unit: factValue(facts, 'unit') ?? '',
    date: factValue(facts, 'meetingDate'),
    sample: meeting.sample,
    revision: meeting.revision,
    created: meeting.created,
    updated: [meeting, ...papers].reduce((latest, { updated }) => (updated > latest ? updated : latest), ''),
    papers: papers.map((paper) => ({ ...paperHead(paper), ...context.progress.read(paper, () => facts, revisions) })),
  }
}
