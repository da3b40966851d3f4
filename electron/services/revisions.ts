import { countCharacters } from '../../shared/checks/length.ts'
import type { RevisionHead as ShownRevision } from '../../shared/contract/data.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { readShownFacts, shownFacts } from '../../shared/model/shown-facts.ts'
import { textView } from '../../shared/model/text-view.ts'
import { VERSION_POLICY } from '../../shared/model/version-policy.ts'
import type { PaperRow } from '../store/papers-table.ts'
import type { RevisionHead, RevisionRow } from '../store/revisions-table.ts'
import { documentTitle } from './document-title.ts'
import { createChangeMemo } from './revision-changes.ts'
import { surplusRevisions } from './revision-policy.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { findPaper, meetingFactText, storedDocument } from './stored-meetings.ts'

/** Puts the present text of a paper aside as a version. Within a transaction. */
export function keepVersion(context: ServiceContext, paper: PaperRow, name: string, written: string): RevisionHead {
  const { library } = context
  const added = library.revisions.add({
    paperId: paper.id,
    name,
    author: readSettings(context).settings.userName,
    body: paper.body,
    ...seenNow(context, paper),
    written,
  })
  for (const surplus of surplusRevisions(library.revisions.list(paper.id), context.clock()))
    library.revisions.remove(surplus.id)
  return added
}

/** What a reader of the text sees at this moment. */
function seenNow(context: ServiceContext, paper: PaperRow): { characters: number; facts: string } {
  const factText = meetingFactText(context, paper.meetingId)
  try {
    const doc = readPaper(paper.body)
    const facts = JSON.stringify(shownFacts(doc, factText))
    return { characters: countCharacters(textView(doc, factText).text), facts }
  } catch {
    // Even a text this program cannot read is worth keeping.
    return { characters: 0, facts: '' }
  }
}

/**
 * Keeps the text a save replaces, when the last version is old enough. The replaced text, not the new one: the new
 * one stands in the paper, and what was there before the first key is what somebody will want back.
 */
export function keepReplacedText(context: ServiceContext, replaced: PaperRow): void {
  const newest = context.library.revisions.newest(replaced.id)
  const age = newest ? context.clock().getTime() - Date.parse(newest.created) : Number.POSITIVE_INFINITY
  if (age >= VERSION_POLICY.every && newest?.body !== replaced.body)
    keepVersion(context, replaced, '', replaced.updated)
}

const shown = ({ id, paperId, name, author, characters, written }: RevisionHead): ShownRevision => ({
  id,
  paperId,
  name,
  author,
  characters,
  created: written,
})

type Commands = 'revision.list' | 'revision.changes' | 'revision.get' | 'revision.name' | 'revision.restore'

export function revisionsService(context: ServiceContext): Handlers<Commands> {
  const { library, emit, clock } = context
  const changes = createChangeMemo()

  const find = (id: string): RevisionRow => {
    const revision = library.revisions.get(id)
    if (!revision) throw new Failure('not-found')
    return revision
  }

  return {
    'revision.list'({ paperId }) {
      findPaper(context, paperId)
      return library.revisions.list(paperId).map(shown)
    },
    'revision.changes'({ paperId }) {
      const paper = findPaper(context, paperId)
      const versions = library.revisions.list(paperId)
      const present = { id: null, key: `${paperId} ${paper.revision}`, body: () => paper.body }
      const texts = [
        present,
        ...versions.map(({ id }) => ({ id, key: id, body: () => library.revisions.get(id)?.body ?? '' })),
      ]
      return texts.slice(0, -1).map(({ id, ...newer }, index) => {
        const older = texts[index + 1] ?? newer
        return { id, ...changes(older, newer) }
      })
    },
    'revision.get'({ id }) {
      const revision = find(id)
      return { ...shown(revision), body: revision.body, facts: readShownFacts(revision.facts) }
    },
    'revision.name': ({ paperId, name }) =>
      shown(library.write(() => keepVersion(context, findPaper(context, paperId), name, clock().toISOString()))),
    'revision.restore'({ id, revision }) {
      const older = find(id)
      const doc = storedDocument(context, older.body)
      const { raised, meetingId } = library.write(() => {
        const paper = findPaper(context, older.paperId)
        const title = documentTitle(doc, meetingFactText(context, paper.meetingId)) || paper.title
        const saved = library.papers.save(paper.id, revision, title, older.body)
        if (paper.body !== older.body) keepVersion(context, paper, '', paper.updated)
        return { raised: saved.revision, meetingId: paper.meetingId }
      })
      emit({ name: 'paper.changed', data: { id: older.paperId, meetingId, revision: raised } })
      return { revision: raised }
    },
  }
}
