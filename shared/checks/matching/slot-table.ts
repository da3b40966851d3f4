import type { Range } from '../../text/sentences.ts'
import type { HitList } from './hit-list.ts'

/** Which slots a term stands in, which slots a pattern needs, and at which of them it is looked up. */
export interface SlotIndex {
  slotsOfTerm: readonly (readonly number[])[]
  slotsOfPattern: readonly (readonly number[])[]
  /** Of each pattern one slot, best the rarest. */
  keySlots: readonly number[]
}

/**
 * Tells which patterns of one scope have all their words. Made once and loaded for scope after scope: thousands of
 * maps and lists for a paper would take most of a pass, so the arrays are used again. A pattern is thought of only
 * where its key slot is there, and other slots are looked for only when a pattern asks.
 */
export class SlotTable {
  readonly #slotsOfPattern: readonly (readonly number[])[]
  readonly #patternsOfTerm: readonly (readonly number[])[]
  /** One bit for each slot and term. */
  readonly #members: Uint32Array
  readonly #rowLength: number
  readonly #hits: HitList
  /** The load in which something was last touched; what is older does not count. */
  readonly #termLoad: Int32Array
  readonly #patternLoad: Int32Array
  readonly #slotLoad: Int32Array
  /** Whether a slot was there in its load. */
  readonly #present: Uint8Array
  /** The terms of the scope, each once. */
  readonly #terms: number[] = []
  #load = 0
  #from = 0
  #to = 0

  constructor({ slotsOfTerm, slotsOfPattern, keySlots }: SlotIndex, hits: HitList) {
    const slotCount = slotsOfTerm.flat().reduce((most, slot) => Math.max(most, slot + 1), 0)
    this.#slotsOfPattern = slotsOfPattern
    this.#hits = hits
    this.#termLoad = new Int32Array(slotsOfTerm.length)
    this.#patternLoad = new Int32Array(slotsOfPattern.length)
    this.#slotLoad = new Int32Array(slotCount)
    this.#present = new Uint8Array(slotCount)
    const patternsOfSlot = Array.from({ length: slotCount }, (): number[] => [])
    keySlots.forEach((slot, pattern) => {
      patternsOfSlot[slot]?.push(pattern)
    })
    this.#patternsOfTerm = slotsOfTerm.map((slots) => slots.flatMap((slot) => patternsOfSlot[slot] ?? []))
    this.#rowLength = (slotsOfTerm.length >> 5) + 1
    this.#members = new Uint32Array(this.#rowLength * slotCount)
    slotsOfTerm.forEach((slots, term) => {
      for (const slot of slots) {
        const place = slot * this.#rowLength + (term >> 5)
        this.#members[place] = (this.#members[place] ?? 0) | (1 << (term & 31))
      }
    })
  }

  /** Takes hits[from, to) for the scope, and returns the patterns whose slots are all there. */
  load(from: number, to: number): number[] {
    const { terms } = this.#hits
    const load = ++this.#load
    const complete: number[] = []
    this.#from = from
    this.#to = to
    this.#terms.length = 0
    for (let index = from; index < to; index++) {
      const term = terms[index] ?? 0
      if (this.#termLoad[term] === load) continue
      this.#termLoad[term] = load
      this.#terms.push(term)
    }
    for (let index = 0; index < this.#terms.length; index++) {
      const patterns = this.#patternsOfTerm[this.#terms[index] ?? 0]
      if (!patterns) continue
      for (let at = 0; at < patterns.length; at++) {
        const pattern = patterns[at] ?? 0
        if (this.#patternLoad[pattern] === load) continue
        this.#patternLoad[pattern] = load
        if (this.#hasAll(pattern)) complete.push(pattern)
      }
    }
    return complete
  }

  #hasAll(pattern: number): boolean {
    const slots = this.#slotsOfPattern[pattern]
    if (!slots) return false
    for (let index = 0; index < slots.length; index++) if (!this.has(slots[index] ?? 0)) return false
    return true
  }

  has(slot: number): boolean {
    if (this.#slotLoad[slot] !== this.#load) {
      this.#slotLoad[slot] = this.#load
      this.#present[slot] = this.#isPresent(slot) ? 1 : 0
    }
    return this.#present[slot] === 1
  }

  #isPresent(slot: number): boolean {
    const row = slot * this.#rowLength
    for (let index = 0; index < this.#terms.length; index++) {
      const term = this.#terms[index] ?? 0
      if (((this.#members[row + (term >> 5)] ?? 0) & (1 << (term & 31))) !== 0) return true
    }
    return false
  }

  /** Where the words of a slot stand in the scope, ordered by start. */
  hitsOf(slot: number): Range[] {
    const found: Range[] = []
    const { terms, starts, ends } = this.#hits
    const row = slot * this.#rowLength
    for (let index = this.#from; index < this.#to; index++) {
      const term = terms[index] ?? 0
      if (((this.#members[row + (term >> 5)] ?? 0) & (1 << (term & 31))) === 0) continue
      found.push({ start: starts[index] ?? 0, end: ends[index] ?? 0 })
    }
    return found
  }
}
