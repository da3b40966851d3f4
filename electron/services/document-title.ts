import type { PaperNode } from '../../shared/model/schema.ts'
import { type FactText, textView } from '../../shared/model/text-view.ts'

/** The text of a document's title in one line, facts filled in. */
export function documentTitle(doc: PaperNode, factText: FactText): string {
  const { text, blocks } = textView(doc, factText)
  const title = blocks.find((block) => block.kind === 'title')
  return title
    ? text
        .slice(title.start, title.end)
        .replace(/\s*\n\s*/g, '')
        .trim()
    : ''
}
