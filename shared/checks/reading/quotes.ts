import type { Range } from '../../text/sentences.ts'

const CLOSER_OF = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
])
/** Every mark lies below the CJK characters, so most of a text need not be looked up. */
const LAST_MARK = '』'.charCodeAt(0)
const CLOSERS = new Set(CLOSER_OF.values())

/**
 * Quoted stretches of one paragraph, marks included, ordered by start, so that an inner one follows the outer.
 * A mark without its partner quotes nothing.
 */
export function findQuotes(text: string): Range[] {
  const open: { closer: string; start: number }[] = []
  const quotes: Range[] = []
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > LAST_MARK) continue
    const char = text.charAt(index)
    const closer = CLOSER_OF.get(char)
    if (closer) open.push({ closer, start: index })
    else if (CLOSERS.has(char)) {
      const partner = open.findLastIndex((mark) => mark.closer === char)
      const mark = open[partner]
      if (!mark) continue
      open.length = partner
      quotes.push({ start: mark.start, end: index + 1 })
    }
  }
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)
}
