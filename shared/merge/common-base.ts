import { mergeStates } from './merge-states.ts'
import type { State } from './state.ts'

/** A state that was exported or imported once. */
export interface KnownState {
  digest: string
  /** Digests of all states it came from. */
  ancestors: ReadonlySet<string>
  state: State
}

/** Exchanges that crossed each other this often are put together one by one. */
const DEEPEST = 6

/**
 * The version two sides have in common, from the states that are known. Where they crossed (each exported before it
 * imported the other's), the newest common ones are merged into one.
 * @param ours digests of what our side came from, and of itself where it has one; `theirs` likewise
 * @returns null when there is none
 */
export function commonBase(
  known: ReadonlyMap<string, KnownState>,
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  depth = 0,
): State | null {
  const common = [...known.values()].filter(({ digest }) => ours.has(digest) && theirs.has(digest))
  const newest = common
    .filter(({ digest }) => !common.some((other) => other.digest !== digest && other.ancestors.has(digest)))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const [first, ...others] = newest
  if (!first) return null
  let base = first.state
  const from = new Set([...first.ancestors, first.digest])
  for (const other of others) {
    const own = new Set([...other.ancestors, other.digest])
    const below = depth < DEEPEST ? commonBase(known, from, own, depth + 1) : null
    if (!below) continue
    base = mergeStates(below, base, other.state)
    for (const digest of own) from.add(digest)
  }
  return base
}
