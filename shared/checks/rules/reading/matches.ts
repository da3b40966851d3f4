import type { Pack } from '../../../packs/pack.ts'
import type { Paragraph } from '../../context.ts'
import { PatternSet } from '../../patterns/pattern-set.ts'
import { perPack } from '../rule.ts'

type Found = readonly (readonly RegExpExecArray[] | undefined)[]

/** The expressions rules of the whole paper ask for, and whose what they found is; another one when one joins them. */
const sets = perPack(() => ({ set: new PatternSet(), owner: {} }))
const opened = new WeakMap<object, { owner: object; found: Found[] }>()

/**
 * Every match of a pattern in a paper, as `matchAll` gives them, for rules of the whole paper: they read all of it after
 * every change, so the matches of a paragraph are remembered. The pattern may not reach over a line end.
 */
export function matchesIn(
  context: { pack: Pack; paragraphs: readonly Paragraph[] },
  pattern: RegExp,
): RegExpExecArray[] {
  const known = sets(context)
  const { set } = known
  const size = set.size
  const number = set.numberOf(pattern)
  if (set.size > size) known.owner = {}
  let own = opened.get(context.paragraphs)
  if (own?.owner !== known.owner) {
    const found = context.paragraphs.map(({ own }) => own.recall(known.owner, ({ text }) => set.readAll(text)))
    own = { owner: known.owner, found }
    opened.set(context.paragraphs, own)
  }
  const matches: RegExpExecArray[] = []
  for (let index = 0; index < own.found.length; index++) {
    for (const match of own.found[index]?.[number] ?? []) {
      matches.push(moved(match, context.paragraphs[index]?.start ?? 0))
    }
  }
  return matches
}

function moved(match: RegExpExecArray, by: number): RegExpExecArray {
  const copy = match.slice() as RegExpExecArray
  copy.index = match.index + by
  copy.input = match.input
  return copy
}
