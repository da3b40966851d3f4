/** A stretch of text: UTF-16 offsets, end exclusive. */
export interface Range {
  start: number
  end: number
}

const codesOf = (marks: string) => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))
const STOPS = codesOf('。！？!?')
const CLAUSE_STOP = '；'.charCodeAt(0)
const CLOSERS = codesOf('”’）」』》)"')
/** No stop lies between these two in Unicode, and nearly every character of a text does. */
const LAST_LOW_STOP = '。'.charCodeAt(0)
const FIRST_HIGH_STOP = '！'.charCodeAt(0)
/** The commonest marks outside of that stretch. */
const COMMA = '，'.charCodeAt(0)
const ENUMERATION = '、'.charCodeAt(0)

/**
 * The sentences of one paragraph, in order, without gaps. A sentence ends at 。！？ (and at ； where `clauses` is set)
 * and takes the closing quotes and brackets that follow with it.
 */
export function splitSentences(text: string, options: { clauses?: boolean } = {}): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code > LAST_LOW_STOP && code < FIRST_HIGH_STOP) || code === COMMA || code === ENUMERATION) continue
    if (code === CLAUSE_STOP ? !options.clauses : !STOPS.has(code)) continue
    while (index + 1 < text.length && endsSentence(text.charCodeAt(index + 1))) index++
    ranges.push({ start, end: index + 1 })
    start = index + 1
  }
  if (start < text.length) ranges.push({ start, end: text.length })
  return ranges
}

/** What a stop takes along: further stops, closing quotes and brackets. */
function endsSentence(code: number): boolean {
  return STOPS.has(code) || code === CLAUSE_STOP || CLOSERS.has(code)
}
