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
    chains = lengthen(byEnd(chains), hits(slots[index] ?? -1), gaps[index] ?? 0)
  }
  return chains
}

function lengthen(chains: readonly Range[], hits: readonly Range[], gap: number): Range[] {
  const longer: Range[] = []
  let next = 0
  let latest: Range | undefined
  for (let at = 0; at < hits.length; at++) {
    const hit = hits[at]
    if (!hit) continue
    for (let chain = chains[next]; chain && chain.end <= hit.start; chain = chains[++next]) latest = chain
    if (latest && hit.start - latest.end <= gap) longer.push({ start: latest.start, end: hit.end })
  }
  return longer
}

/** Ordered by start, ranges are nearly always ordered by end as well. */
function byEnd(ranges: readonly Range[]): readonly Range[] {
  for (let index = 1; index < ranges.length; index++) {
    if ((ranges[index - 1]?.end ?? 0) > (ranges[index]?.end ?? 0)) return [...ranges].sort((a, b) => a.end - b.end)
  }
  return ranges
}
