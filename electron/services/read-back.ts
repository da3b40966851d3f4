import { writePaper } from '../../shared/model/paper.ts'
import { paperVersion } from './paper-version.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findPaper } from './stored-meetings.ts'

/** Drafts that come back from somebody who edited them elsewhere. Nothing is stored: the user decides change by change. */
export function readBackService(context: ServiceContext): Handlers<'paper.readBack'> {
  const { library } = context
  return {
    async 'paper.readBack'({ paperId, fileName, bytes }) {
      findPaper(context, paperId)
      const { readDraft } = await import('../import/read-draft.ts')
      const { doc, notes, remarks, version } = await readDraft(fileName, Buffer.from(bytes, 'base64'))
      const exported = version
        ? library.revisions.list(paperId).find(({ id }) => {
            const kept = library.revisions.get(id)
            // A file of an older program says nothing of its facts.
            return kept && [kept.facts, ''].some((facts) => paperVersion(kept.body, facts) === version)
          })
        : undefined
      return { body: writePaper(doc), versionId: exported?.id ?? null, notes, remarks }
    },
  }
}
