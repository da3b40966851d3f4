import type { Range } from '../../text/sentences.ts'

export interface Hit extends Range {
  term: number
}

/** Which slots a term stands in, and which patterns need a slot. */
export interface SlotIndex {
  slotsOfTerm: readonly (readonly number[])[]
  patternsOfSlot: readonly (readonly number[])[]
  /** How many slots each pattern needs. */
  slotCounts: readonly number[]
}

/**
 * Tells which patterns of one scope have all their words. Made once and loaded for scope after scope: thousands of
 * maps for a paper would take most of a pass.
 */
export class SlotTable {
  readonly #index: SlotIndex
  /** The load in which a slot or pattern was last touched; what is older does not count. */
  readonly #slotLoad: Int32Array
  readonly #patternLoad: Int32Array
  readonly #present: Int32Array
  /** Lists of hits already gathered in this load. */
  readonly #gathered = new Map<number, Range[]>()
  #load = 0
  #hits: readonly Hit[] = []
  #from = 0
  #to = 0

  constructor(index: SlotIndex) {
    this.#index = index
    this.#slotLoad = new Int32Array(index.patternsOfSlot.length)
    this.#patternLoad = new Int32Array(index.slotCounts.length)
    this.#present = new Int32Array(index.slotCounts.length)
  }

  /** Takes hits[from, to) for the scope, and returns the patterns whose slots are all there. */
  load(hits: readonly Hit[], from: number, to: number): number[] {
    const { slotsOfTerm, patternsOfSlot, slotCounts } = this.#index
    const load = ++this.#load
    this.#hits = hits
    this.#from = from
    this.#to = to
    this.#gathered.clear()
    const complete: number[] = []
    for (let index = from; index < to; index++) {
      for (const slot of slotsOfTerm[hits[index]?.term ?? -1] ?? []) {
        if (this.#slotLoad[slot] === load) continue
        this.#slotLoad[slot] = load
        for (const pattern of patternsOfSlot[slot] ?? []) {
          const present = this.#patternLoad[pattern] === load ? (this.#present[pattern] ?? 0) + 1 : 1
          this.#patternLoad[pattern] = load
          this.#present[pattern] = present
          if (present === slotCounts[pattern]) complete.push(pattern)
        }
      }
    }
    return complete
  }

  has(slot: number): boolean {
    return this.#slotLoad[slot] === this.#load
  }

  /** Where the words of a slot stand in the scope, ordered by start. */
  hitsOf(slot: number): readonly Range[] {
    const known = this.#gathered.get(slot)
    if (known) return known
    const found: Range[] = []
    this.#gathered.set(slot, found)
    for (let index = this.#from; index < this.#to; index++) {
      const hit = this.#hits[index]
      if (hit && this.#index.slotsOfTerm[hit.term]?.includes(slot)) found.push(hit)
    }
    return found
  }
}
