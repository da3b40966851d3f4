import { shownFacts } from '../../shared/model/shown-facts.ts'
import { documentTitle } from './document-title.ts'
import { paperVersion } from './paper-version.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { findPaper, meetingFactText, storedDocument } from './stored-meetings.ts'

/** Word files of the papers. Making them is pure; where they go is the host's affair. */
export function exportsService(context: ServiceContext): Handlers<'export.docx'> {
  return {
    async 'export.docx'({ paperId, layout }) {
      const paper = findPaper(context, paperId)
      const doc = storedDocument(context, paper.body)
      const factText = meetingFactText(context, paper.meetingId)
      const { settings } = readSettings(context)
      const title = documentTitle(doc, factText) || paper.title
      const date = context.clock().toISOString()
      // Loaded on the first export: starting the program should not wait for it.
      const [{ exportDocx }, { exportFileName }] = await Promise.all([
        import('../docx/export-docx.ts'),
        import('../docx/file-name.ts'),
      ])
      const version = paperVersion(paper.body, JSON.stringify(shownFacts(doc, factText)))
      const author = settings.officeName || settings.userName
      const bytes = await exportDocx({
        doc,
        kind: paper.kind,
        factText,
        settings,
        layout,
        title,
        author,
        date,
        version,
      })
      return { fileName: exportFileName({ title, layout, date }), bytes: Buffer.from(bytes).toString('base64') }
    },
  }
}
