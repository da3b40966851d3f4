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
 * maps and lists for a paper would take most of a pass, so hits are chained by slot in arrays that are used again.
 */
export class SlotTable {
  readonly #index: SlotIndex
  /** The load in which a slot or pattern was last touched; what is older does not count. */
  readonly #slotLoad: Int32Array
  readonly #patternLoad: Int32Array
  readonly #present: Int32Array
  /** First and last link of a slot; each link is a hit and the next link, or -1. */
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #linkHit: number[] = []
  readonly #linkNext: number[] = []
  #load = 0
  #hits: readonly Hit[] = []

  constructor(index: SlotIndex) {
    this.#index = index
    this.#slotLoad = new Int32Array(index.patternsOfSlot.length)
    this.#first = new Int32Array(index.patternsOfSlot.length)
    this.#last = new Int32Array(index.patternsOfSlot.length)
    this.#patternLoad = new Int32Array(index.slotCounts.length)
    this.#present = new Int32Array(index.slotCounts.length)
  }

  /** Takes hits[from, to) for the scope, and returns the patterns whose slots are all there. */
  load(hits: readonly Hit[], from: number, to: number): number[] {
    const { slotsOfTerm } = this.#index
    const complete: number[] = []
    this.#load++
    this.#hits = hits
    let link = 0
    for (let index = from; index < to; index++) {
      for (const slot of slotsOfTerm[hits[index]?.term ?? -1] ?? []) {
        this.#linkHit[link] = index
        this.#linkNext[link] = -1
        if (this.#slotLoad[slot] === this.#load) {
          this.#linkNext[this.#last[slot] ?? 0] = link
        } else {
          this.#slotLoad[slot] = this.#load
          this.#first[slot] = link
          this.#countSlot(slot, complete)
        }
        this.#last[slot] = link++
      }
    }
    return complete
  }

  has(slot: number): boolean {
    return this.#slotLoad[slot] === this.#load
  }

  /** Where the words of a slot stand in the scope, ordered by start. */
  hitsOf(slot: number): Range[] {
    const found: Range[] = []
    if (!this.has(slot)) return found
    for (let link = this.#first[slot] ?? -1; link >= 0; link = this.#linkNext[link] ?? -1) {
      const hit = this.#hits[this.#linkHit[link] ?? -1]
      if (hit) found.push(hit)
    }
    return found
  }

  #countSlot(slot: number, complete: number[]): void {
    for (const pattern of this.#index.patternsOfSlot[slot] ?? []) {
      const present = this.#patternLoad[pattern] === this.#load ? (this.#present[pattern] ?? 0) + 1 : 1
      this.#patternLoad[pattern] = this.#load
      this.#present[pattern] = present
      if (present === this.#index.slotCounts[pattern]) complete.push(pattern)
    }
  }
}
