import { writePaper } from '../../shared/model/paper.ts'
import { findVersion } from './paper-version.ts'
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
      const versions = library.revisions.list(paperId).flatMap(({ id }) => library.revisions.get(id) ?? [])
      const exported = version === '' ? undefined : findVersion(versions, version)
      return { body: writePaper(doc), versionId: exported?.id ?? null, notes, remarks }
    },
  }
}
