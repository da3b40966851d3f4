import type { Range } from '../../../text/sentences.ts'

/** 汉字, the everyday range. */
export function isHan(char: string): boolean {
  return isHanCode(char.charCodeAt(0))
}

export function isHanCode(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Whether a UTF-16 unit is one of a few marks; a table, since it is asked of every character of a paper. */
export function markTest(marks: string): (code: number) => boolean {
  const table = new Uint8Array(0x10000)
  for (const mark of marks) table[mark.charCodeAt(0)] = 1
  return (code) => table[code] === 1
}

const CLAUSE_MARKS = '。！？；，：\n'

/** The stretch around a range that no stop, comma or colon cuts. */
export function clauseAround(text: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (from > 0 && !CLAUSE_MARKS.includes(text.charAt(from - 1))) from--
  while (to < text.length && !CLAUSE_MARKS.includes(text.charAt(to))) to++
  return { start: from, end: to }
}

/** Up to `length` characters before and behind a range, without leaving its line. */
export function around(text: string, { start, end }: Range, length: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - length), start)
  const after = text.slice(end, end + length)
  const lineBreak = after.indexOf('\n')
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    after: lineBreak < 0 ? after : after.slice(0, lineBreak),
  }
}
