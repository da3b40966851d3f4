import type { Paragraph } from '../../context.ts'
import { TextMemo } from '../../text-memo.ts'

type Found = Map<RegExp, RegExpExecArray[]>

const remembered = new TextMemo<Found>()
const opened = new WeakMap<object, Found[]>()

/**
 * Every match of a pattern in a paper, as `matchAll` gives them, for rules of the whole paper: they read all of it after
 * every change, so the matches of a paragraph are remembered. The pattern may not reach over a line end.
 */
export function matchesIn(context: { paragraphs: readonly Paragraph[] }, pattern: RegExp): RegExpExecArray[] {
  let known = opened.get(context.paragraphs)
  if (!known) {
    known = context.paragraphs.map(({ text }) => remembered.get(text, () => new Map()))
    opened.set(context.paragraphs, known)
  }
  const matches: RegExpExecArray[] = []
  for (const [index, found] of known.entries()) {
    const paragraph = context.paragraphs[index]
    if (!paragraph) continue
    let own = found.get(pattern)
    if (!own) {
      own = [...paragraph.text.matchAll(pattern)]
      found.set(pattern, own)
    }
    for (const match of own) {
      const { 0: whole, index: at, input } = match
      const moved: RegExpExecArray = Object.assign([...match] as [string], {
        0: whole,
        index: at + paragraph.start,
        input,
      })
      matches.push(moved)
    }
  }
  return matches
}
