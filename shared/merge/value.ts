/**
 * One field of a meeting as text. Where several people changed it from one common text, all of their texts are kept
 * until somebody decides, or for as long as they go together; in which order they came does not matter.
 */
export type Value = string | Split

export interface Split {
  /** What all of them started from; null when nobody knows. */
  base: string | null
  /** Two or more, each once, in order. */
  variants: readonly string[]
}

export const variantsOf = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : value.variants)

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return a === b
  return (
    a.base === b.base &&
    a.variants.length === b.variants.length &&
    a.variants.every((one, at) => one === b.variants[at])
  )
}

export function split(base: string | null, variants: Iterable<string>): Value {
  const sorted = [...new Set(variants)].sort()
  const [only] = sorted
  return sorted.length === 1 && only !== undefined ? only : { base, variants: sorted }
}

/**
 * Three-way merge of one field. Symmetric in `a` and `b`, and it does not matter in which order more are merged in.
 * @param base undefined when there is no common version
 */
export function mergeValue(base: Value | undefined, a: Value, b: Value): Value {
  if (sameValue(a, b) || sameValue(b, base)) return a
  if (sameValue(a, base)) return b
  const [ofA, ofB] = [variantsOf(a), variantsOf(b)]
  const all = [...ofA, ...ofB]
  const old = base === undefined ? [] : variantsOf(base)
  // What one of them has put away, by deciding or by writing on, is put away.
  const left = all.filter((one) => (ofA.includes(one) && ofB.includes(one)) || !old.includes(one))
  return split(rootOf(base, a, b), left.length > 0 ? left : all)
}

/** What the texts started from; null when they started from different ones. */
function rootOf(base: Value | undefined, a: Value, b: Value): string | null {
  const roots = new Set([a, b].flatMap((value) => (typeof value === 'string' ? [] : [value.base])))
  const [root = null, ...others] = roots
  if (roots.size > 0) return others.length > 0 ? null : root
  return base === undefined ? null : typeof base === 'string' ? base : base.base
}
