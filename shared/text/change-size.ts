export interface ChangeSize {
  /** Characters. */
  added: number
  removed: number
}

/**
 * How much changed between two texts of paragraphs: what stands in one of them only. Paragraphs that stand in both
 * count as unchanged wherever they stand; the others are taken in order and cut down to the stretch that differs. It
 * is a measure for a list, linear in the length; what changed in words is a matter of comparing.
 */
export function changeSize(older: readonly string[], newer: readonly string[]): ChangeSize {
  const gone = without(older, newer)
  const come = without(newer, older)
  const size: ChangeSize = { added: 0, removed: 0 }
  for (let index = 0; index < Math.max(gone.length, come.length); index++) {
    const [before, after] = [gone[index] ?? '', come[index] ?? '']
    const same = commonEnds(before, after)
    size.removed += before.length - same
    size.added += after.length - same
  }
  return size
}

/** The paragraphs that `others` does not hold, each as often as it is missing there. */
function without(paragraphs: readonly string[], others: readonly string[]): string[] {
  const held = new Map<string, number>()
  for (const text of others) held.set(text, (held.get(text) ?? 0) + 1)
  return paragraphs.filter((text) => {
    const left = held.get(text) ?? 0
    held.set(text, left - 1)
    return left <= 0
  })
}

/** Characters that two texts share at the beginning and at the end. */
function commonEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return start + end
}
