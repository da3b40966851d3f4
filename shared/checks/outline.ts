import type { CheckContext } from './context.ts'
import type { OutlineEntry } from './types.ts'

/** The headings of a paper; `text` and the range are the head without its marker. */
export function outline(context: CheckContext): OutlineEntry[] {
  return context.paragraphs.flatMap(({ block }) =>
    block.head ? [{ level: block.level, marker: block.marker, ...context.quote(block.head) }] : [],
  )
}
