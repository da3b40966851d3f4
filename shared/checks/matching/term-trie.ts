import type { HitList } from './hit-list.ts'

/** The trie as flat tables: a node is a number, an edge an entry of an open hash table. */
interface Table {
  /** First character → node, or 0. */
  roots: Uint16Array
  /** Whether some word may begin with two characters, by their hash: spares most look-ups of an edge. */
  beginnings: Uint8Array
  /** Node and character of an edge in one number, {@link NO_EDGE} where the place is free, and the node it leads to. */
  edges: Uint32Array
  targets: Uint16Array
  shift: number
  /** Node → the term that ends there, or -1. */
  terms: Int32Array
}

const NO_EDGE = 0xffffffff
const MOST_NODES = 0xffff

/**
 * Many literal words, looked for in one pass. Time: length of the text × length of the longest word, at worst.
 * The words lie in a few flat arrays; nested maps take several times as long.
 */
export class TermTrie {
  readonly #ids = new Map<string, number>()
  #table: Table | null = null

  /** The number of a word; a new one is added. */
  add(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(word, id)
    this.#table = null
    return id
  }

  get size(): number {
    return this.#ids.size
  }

  /** Adds every occurrence of every word in the text to `hits`, ordered by start, shorter ones first. */
  scan(text: string, hits: HitList): void {
    this.#table ??= buildTable(this.#ids)
    const table = this.#table
    const { roots, beginnings, terms } = table
    const length = text.length
    let code = text.charCodeAt(0)
    for (let start = 0; start < length; start++) {
      const nextCode = start + 1 < length ? text.charCodeAt(start + 1) : 0
      let node = roots[code] ?? 0
      if (node !== 0) {
        const single = terms[node] ?? -1
        if (single >= 0) hits.push(single, start, start + 1)
        if (nextCode !== 0 && beginnings[hashOfPair(code, nextCode)] === 1) {
          for (let end = start + 1; end < length; end++) {
            node = follow(table, node, text.charCodeAt(end))
            if (node === 0) break
            const term = terms[node] ?? -1
            if (term >= 0) hits.push(term, start, end + 1)
          }
        }
      }
      code = nextCode
    }
  }
}

function hashOfPair(first: number, second: number): number {
  return ((first * 31) ^ second) & 0xffff
}

function placeOf(edge: number, shift: number): number {
  return Math.imul(edge, 0x9e3779b1) >>> shift
}

function follow({ edges, targets, shift }: Table, node: number, code: number): number {
  const edge = ((node << 16) | code) >>> 0
  const last = edges.length - 1
  for (let place = placeOf(edge, shift); ; place = (place + 1) & last) {
    const there = edges[place]
    if (there === edge) return targets[place] ?? 0
    if (there === NO_EDGE) return 0
  }
}

/** @throws RangeError with more nodes than a table holds: some 60,000 characters of different words. */
function buildTable(words: ReadonlyMap<string, number>): Table {
  const characters = Array.from(words.keys()).reduce((total, word) => total + word.length, 1)
  const bits = Math.ceil(Math.log2(characters * 2)) + 1
  const table: Table = {
    roots: new Uint16Array(0x10000),
    beginnings: new Uint8Array(0x10000),
    edges: new Uint32Array(2 ** bits).fill(NO_EDGE),
    targets: new Uint16Array(2 ** bits),
    shift: 32 - bits,
    terms: new Int32Array(Math.min(characters, MOST_NODES) + 1).fill(-1),
  }
  let nodes = 0
  const newNode = () => {
    if (++nodes >= MOST_NODES) throw new RangeError('too many words')
    return nodes
  }
  for (const [word, term] of words) {
    const first = word.charCodeAt(0)
    let node = table.roots[first] || newNode()
    table.roots[first] = node
    if (word.length > 1) table.beginnings[hashOfPair(first, word.charCodeAt(1))] = 1
    for (let index = 1; index < word.length; index++) {
      const code = word.charCodeAt(index)
      const known = follow(table, node, code)
      const child = known || newNode()
      if (!known) addEdge(table, node, code, child)
      node = child
    }
    table.terms[node] = term
  }
  return table
}

function addEdge({ edges, targets, shift }: Table, node: number, code: number, child: number): void {
  const edge = ((node << 16) | code) >>> 0
  let place = placeOf(edge, shift)
  while (edges[place] !== NO_EDGE) place = (place + 1) & (edges.length - 1)
  edges[place] = edge
  targets[place] = child
}
