import type { Range } from '../../text/sentences.ts'

/** A sequence of a pattern, its slots as numbers of the matcher. `gaps[i]` is allowed before `slots[i]`. */
export interface CompiledSequence {
  slots: number[]
  gaps: number[]
}

/**
 * `hits`: where the words of a slot stand in the scope, ordered by start.
 * @returns every way the slots follow each other within their gaps: for each last word the tightest chain that leads to it.
 * Linear in the number of hits.
 */
export function matchSequence(
  { slots, gaps }: CompiledSequence,
  hits: (slot: number) => readonly Range[],
): readonly Range[] {
  let chains: readonly Range[] = hits(slots[0] ?? -1)
  for (let index = 1; index < slots.length && chains.length > 0; index++) {
    const gap = gaps[index] ?? 0
    const byEnd = chains.length === 1 ? chains : [...chains].sort((a, b) => a.end - b.end)
    const longer: Range[] = []
    let next = 0
    let latest: Range | undefined
    for (const hit of hits(slots[index] ?? -1)) {
      for (let chain = byEnd[next]; chain && chain.end <= hit.start; chain = byEnd[next]) {
        latest = chain
        next++
      }
      if (latest && hit.start - latest.end <= gap) longer.push({ start: latest.start, end: hit.end })
    }
    chains = longer
  }
  return chains
}
