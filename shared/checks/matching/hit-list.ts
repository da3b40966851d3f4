/**
 * The places of words in a text, ordered by start. Filled anew for every paragraph: a list of objects for each would
 * take longer than finding them.
 */
export class HitList {
  readonly terms: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  count = 0

  push(term: number, start: number, end: number): void {
    const index = this.count++
    this.terms[index] = term
    this.starts[index] = start
    this.ends[index] = end
  }

  /** Puts other hits, ordered by start too, among those of the list, before what starts at the same place. */
  merge(others: readonly { term: number; start: number; end: number }[]): void {
    if (others.length === 0) return
    let from = this.count - 1
    let to = from + others.length
    this.count += others.length
    for (let next = others.length - 1; next >= 0; to--) {
      const other = others[next]
      if (!other) break
      const isOwn = from >= 0 && (this.starts[from] ?? 0) >= other.start
      this.terms[to] = isOwn ? (this.terms[from] ?? 0) : other.term
      this.starts[to] = isOwn ? (this.starts[from] ?? 0) : other.start
      this.ends[to] = isOwn ? (this.ends[from] ?? 0) : other.end
      if (isOwn) from--
      else next--
    }
  }
}
