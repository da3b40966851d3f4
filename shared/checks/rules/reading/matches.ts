import type { Pack } from '../../../packs/pack.ts'
import type { Paragraph } from '../../context.ts'
import { PatternSet } from '../../patterns/pattern-set.ts'
import { perPack } from '../rule.ts'

/** The expressions rules of the whole paper ask for, and what they found by paragraph; forgotten when one joins them. */
const sets = perPack(() => ({ set: new PatternSet(), owner: {} }))
const opened = new WeakMap<object, { owner: object; found: RegExpExecArray[][] }>()

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
    own = { owner: known.owner, found: gather(set, known.owner, context.paragraphs) }
    opened.set(context.paragraphs, own)
  }
  return own.found[number] ?? []
}

/** The matches of every pattern, counted from the beginning of the paper. */
function gather(set: PatternSet, owner: object, paragraphs: readonly Paragraph[]): RegExpExecArray[][] {
  const found: RegExpExecArray[][] = []
  for (const { own, start } of paragraphs) {
    const entries = own.recall(owner, ({ text }) => [...set.readAll(text).entries()].filter(([, matches]) => matches))
    for (const [number, matches] of entries) {
      found[number] ??= []
      for (const match of matches ?? []) found[number].push(moved(match, start))
    }
  }
  return found
}

function moved(match: RegExpExecArray, by: number): RegExpExecArray {
  const { 0: whole, index, input } = match
  return Object.assign([...match] as [string], { 0: whole, index: index + by, input })
}
