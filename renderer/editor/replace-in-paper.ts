import { Transform } from 'prosemirror-transform'
import type { PaperNode } from '../../shared/model/schema.ts'
import { type FactText, type TextView, textView } from '../../shared/model/text-view.ts'
import { findAll, type SearchOptions } from './search-text.ts'
import { writtenText } from './text-views.ts'

export interface Replacement extends SearchOptions {
  query: string
  text: string
}

/**
 * Replaces every match that is written in the text. Those in a fact or a counted number are left: they are no text.
 * @returns how many were replaced, and how many left
 */
export function replaceAllIn(
  transform: Transform,
  view: TextView,
  { query, text, ...options }: Replacement,
): { replaced: number; kept: number } {
  const matches = findAll(view.text, query, options)
  let replaced = 0
  for (const range of matches.toReversed()) {
    const { from, to } = view.documentRange(range)
    if (writtenText(transform.doc, from, to) !== view.text.slice(range.start, range.end)) continue
    if (text === '') transform.delete(from, to)
    else transform.replaceWith(from, to, transform.doc.type.schema.text(text))
    replaced += 1
  }
  return { replaced, kept: matches.length - replaced }
}

/** The same in a paper that is not open. */
export function replaceInPaper(doc: PaperNode, factText: FactText, replacement: Replacement) {
  const transform = new Transform(doc)
  const counts = replaceAllIn(transform, textView(doc, factText), replacement)
  return { doc: transform.doc, ...counts }
}
