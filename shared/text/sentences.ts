/** A stretch of text: UTF-16 offsets, end exclusive. */
export interface Range {
  start: number
  end: number
}

const STOP = new Set(['。', '！', '？', '!', '?', '；'])
const LAST_LOW_STOP = '。'.charCodeAt(0)
const FIRST_HIGH_STOP = '！'.charCodeAt(0)
const CLOSER = new Set(['”', '’', '）', '」', '』', '》', ')', '"'])

/**
 * The sentences of one paragraph, in order, without gaps. A sentence ends at 。！？ (and at ； where `clauses` is set)
 * and takes the closing quotes and brackets that follow with it.
 */
export function splitSentences(text: string, options: { clauses?: boolean } = {}): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Most characters lie between 。 and ！ in Unicode; looking them up would take most of the time.
    if (code > LAST_LOW_STOP && code < FIRST_HIGH_STOP) continue
    const char = text.charAt(index)
    if (!STOP.has(char) || (char === '；' && !options.clauses)) continue
    while (index + 1 < text.length && (STOP.has(text.charAt(index + 1)) || CLOSER.has(text.charAt(index + 1)))) index++
    ranges.push({ start, end: index + 1 })
    start = index + 1
  }
  if (start < text.length) ranges.push({ start, end: text.length })
  return ranges
}
