import type { Range } from '../../text/sentences.ts'

const [FIRST_WESTERN, LAST_WESTERN] = ['‘'.charCodeAt(0), '”'.charCodeAt(0)]
const [FIRST_CORNER, LAST_CORNER] = ['「'.charCodeAt(0), '』'.charCodeAt(0)]
const CLOSER_OF = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
])
const CLOSERS = new Set(CLOSER_OF.values())

/**
 * Quoted stretches of one paragraph, marks included, ordered by start, so that an inner one follows the outer.
 * A mark without its partner quotes nothing.
 */
export function findQuotes(text: string): Range[] {
  const open: { closer: string; start: number }[] = []
  const quotes: Range[] = []
  let isNested = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Every mark lies in one of two short stretches of Unicode, where few other characters are.
    if (code < FIRST_WESTERN || code > LAST_CORNER || (code > LAST_WESTERN && code < FIRST_CORNER)) continue
    const char = text.charAt(index)
    const closer = CLOSER_OF.get(char)
    if (closer) open.push({ closer, start: index })
    else if (CLOSERS.has(char)) {
      let partner = open.length - 1
      while (partner >= 0 && open[partner]?.closer !== char) partner--
      const mark = open[partner]
      if (!mark) continue
      open.length = partner
      if ((quotes.at(-1)?.start ?? 0) > mark.start) isNested = true
      quotes.push({ start: mark.start, end: index + 1 })
    }
  }
  return isNested ? quotes.sort((a, b) => a.start - b.start || b.end - a.end) : quotes
}
