import { countCharacters } from '../../shared/checks/length.ts'
import { addPaper } from './papers.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { findMeeting, paperHead } from './stored-meetings.ts'

/** Papers written elsewhere. */
export function importsService(context: ServiceContext): Handlers<'paper.import'> {
  const { library, emit } = context
  return {
    async 'paper.import'({ meetingId, kind, fileName, bytes }) {
      findMeeting(context, meetingId)
      // Loaded on the first import: starting the program should not wait for it.
      const { importPaper } = await import('../import/import-paper.ts')
      const { doc, notes, text } = await importPaper(fileName, Buffer.from(bytes, 'base64'))
      const paper = library.write(() => {
        findMeeting(context, meetingId)
        const added = addPaper(context, meetingId, kind, doc)
        library.documents.add({ meetingId, fileName, title: added.title, text, characters: countCharacters(text) })
        return added
      })
      emit({ name: 'paper.changed', data: { id: paper.id, meetingId, revision: paper.revision } })
      return { paper: paperHead(paper), notes }
    },
  }
}
