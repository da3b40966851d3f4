import type { PaperNode } from '../../shared/model/schema.ts'
import { type FactText, type TextView, textView } from '../../shared/model/text-view.ts'

/** The text view of the document at hand, computed once for each document and set of facts. */
export class TextViews {
  private factText: FactText
  private last: { doc: PaperNode; view: TextView } | null = null

  constructor(factText: FactText) {
    this.factText = factText
  }

  setFactText(factText: FactText): void {
    this.factText = factText
    this.last = null
  }

  readonly of = (doc: PaperNode): TextView => {
    if (this.last?.doc !== doc) this.last = { doc, view: textView(doc, this.factText) }
    return this.last.view
  }
}

/**
 * What is written in the document between two positions, as the text view shows it; facts, which are not written in
 * the text, stand as U+FFFC. So it equals a range of the text view only where the range can be replaced by other text.
 */
export function writtenText(doc: PaperNode, from: number, to: number): string {
  return doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'line_break' ? '\n' : '\ufffc'))
}
