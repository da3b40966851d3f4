import { Failure } from '../../shared/contract/failures.ts'
import { PAPER_KIND_NAMES, type PaperKind } from '../../shared/model/kinds.ts'
import { readPaper, writePaper } from '../../shared/model/paper.ts'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import { templateDocument } from '../../shared/packs/template-document.ts'
import type { PaperRow } from '../store/papers-table.ts'
import { documentTitle } from './document-title.ts'
import { keepReplacedText } from './revisions.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findMeeting, findPaper, meetingFactText, paperHead, sentDocument } from './stored-meetings.ts'

/** A new paper of a meeting with the title its document shows. Within a transaction. */
export function addPaper(context: ServiceContext, meetingId: string, kind: PaperKind, doc: PaperNode): PaperRow {
  const title = documentTitle(doc, meetingFactText(context, meetingId)) || PAPER_KIND_NAMES[kind]
  return context.library.papers.add({ meetingId, kind, title, body: writePaper(doc) })
}

export function addTemplatePaper(context: ServiceContext, meetingId: string, kind: PaperKind): PaperRow {
  return addPaper(context, meetingId, kind, startingDocument(context.pack, kind))
}

/** The pack's template, or an empty paper with the kind's name where the pack brings none. */
function startingDocument(pack: Pack, kind: PaperKind): PaperNode {
  const template = pack.templates.find((candidate) => candidate.paperKind === kind)
  const keys = new Set(pack.facts.map((fact) => fact.key))
  if (template) return templateDocument(template, (key) => keys.has(key))
  return paperSchema.node('doc', null, [
    paperSchema.node('title', null, paperSchema.text(PAPER_KIND_NAMES[kind])),
    paperSchema.node('paragraph'),
  ])
}

/** Brings the shown titles up to the meeting's facts. Within the transaction that changed them. */
export function refreshTitles(context: ServiceContext, meetingId: string): void {
  const factText = meetingFactText(context, meetingId)
  for (const paper of context.library.papers.listByMeeting(meetingId)) {
    try {
      const title = documentTitle(readPaper(context.library.papers.get(paper.id)?.body ?? ''), factText)
      if (title && title !== paper.title) context.library.papers.retitle(paper.id, title)
    } catch (error) {
      // A paper that cannot be read keeps its title; facts are saved all the same.
      context.log(`title of paper ${paper.id} not refreshed`, error)
    }
  }
}

type Commands = 'paper.create' | 'paper.get' | 'paper.save' | 'paper.remove' | 'paper.restore'

export function papersService(context: ServiceContext): Handlers<Commands> {
  const { library, emit } = context

  const changed = ({ id, meetingId, revision }: Pick<PaperRow, 'id' | 'meetingId' | 'revision'>) =>
    emit({ name: 'paper.changed', data: { id, meetingId, revision } })

  const setRemoved = (id: string, removed: boolean) => {
    const paper = library.write(() => {
      const stored = library.papers.get(id)
      if (!stored) throw new Failure('not-found')
      if ((stored.removed !== null) !== removed) library.papers.setRemoved(id, removed)
      return library.papers.get(id) ?? stored
    })
    changed(paper)
    return {}
  }

  return {
    'paper.create'({ meetingId, kind }) {
      const paper = library.write(() => {
        findMeeting(context, meetingId)
        return addTemplatePaper(context, meetingId, kind)
      })
      changed(paper)
      return paperHead(paper)
    },
    'paper.get'({ id }) {
      const paper = findPaper(context, id)
      return {
        ...paperHead(paper),
        body: paper.body,
        decisions: library.decisions.list(id),
        waivers: library.waivers.list(paper.meetingId, id),
      }
    },
    /** A removed paper takes the text too: an open window must not lose what is being typed. */
    'paper.save'({ id, revision, body }) {
      const doc = sentDocument(body)
      const saved = library.write(() => {
        const stored = library.papers.get(id)
        if (!stored) throw new Failure('not-found')
        // Sent again because the answer was lost on the way: nothing to do and no conflict.
        if (stored.body === body)
          return { meetingId: stored.meetingId, revision: stored.revision, updated: stored.updated }
        const title = documentTitle(doc, meetingFactText(context, stored.meetingId)) || PAPER_KIND_NAMES[stored.kind]
        const result = library.papers.save(id, revision, title, body)
        keepReplacedText(context, stored)
        return { meetingId: stored.meetingId, ...result }
      })
      changed({ id, ...saved })
      return { revision: saved.revision, updated: saved.updated }
    },
    'paper.remove': ({ id }) => setRemoved(id, true),
    'paper.restore': ({ id }) => setRemoved(id, false),
  }
}
