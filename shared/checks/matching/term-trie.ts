import type { HitList } from './hit-list.ts'

/**
 * The trie as flat tables, which are several times as quick as nested maps. A node is a number, from 1; the first two
 * characters of a word lead to its first node, every further one follows an edge. Both lie in open hash tables.
 */
interface Table {
  /** One bit for each character: whether it is a word by itself; and the term of those that are. */
  isWord: Uint32Array
  wordTerms: Int32Array
  /** One bit for the hash of each two characters that begin a word: rules nearly every place of a text out. */
  beginnings: Uint32Array
  /** Two numbers each: the first two characters of a word, 0 where the place is free, and the node they lead to. */
  pairs: Int32Array
  /** Four numbers each: node and character of an edge, 0 where the place is free, the node it leads to, and nothing. */
  edges: Int32Array
  /** Two numbers for each node: the term that ends there, or -1; and 1 where an edge leads on. */
  nodes: Int32Array
}

/** Many literal words, looked for in one pass. Time: length of the text × length of the longest word, at worst. */
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
    const { isWord, wordTerms, beginnings, nodes } = table
    const filterShift = shiftFor(beginnings.length * 32)
    const length = text.length
    let code = text.charCodeAt(0)
    for (let start = 0; start < length; start++) {
      const nextCode = start + 1 < length ? text.charCodeAt(start + 1) : 0
      if (((isWord[code >> 5] ?? 0) & (1 << (code & 31))) !== 0) hits.push(wordTerms[code] ?? -1, start, start + 1)
      const pair = (code << 16) | nextCode
      code = nextCode
      const bit = scramble(pair) >>> filterShift
      if (((beginnings[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) continue
      let node = nodeOfPair(table, pair)
      for (let end = start + 2; node !== 0; end++) {
        const term = nodes[node * 2] ?? -1
        if (term >= 0) hits.push(term, start, end)
        if (nodes[node * 2 + 1] !== 1 || end >= length) break
        node = follow(table, node, text.charCodeAt(end))
      }
    }
  }
}

function scramble(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1)
}

/** How far a scrambled number is shifted to become a place in a table; the length is a power of two. */
function shiftFor(length: number): number {
  return Math.clz32(length) + 1
}

function nodeOfPair({ pairs }: Table, pair: number): number {
  const last = pairs.length - 1
  for (let place = placeOfPair(pairs, pair); ; place = (place + 2) & last) {
    const there = pairs[place]
    if (there === pair) return pairs[place + 1] ?? 0
    if (there === 0) return 0
  }
}

function placeOfPair(pairs: Int32Array, pair: number): number {
  return (scramble(pair) >>> shiftFor(pairs.length)) & ~1
}

function placeOfEdge(edges: Int32Array, node: number, code: number): number {
  return (scramble(Math.imul(node, 0x10001) ^ code) >>> shiftFor(edges.length)) & ~3
}

function follow({ edges }: Table, node: number, code: number): number {
  const last = edges.length - 1
  for (let place = placeOfEdge(edges, node, code); ; place = (place + 4) & last) {
    const there = edges[place]
    if (there === node && edges[place + 1] === code) return edges[place + 2] ?? 0
    if (there === 0) return 0
  }
}

function buildTable(words: ReadonlyMap<string, number>): Table {
  let pairCount = 1
  let edgeCount = 1
  for (const word of words.keys()) {
    if (word.length > 1) pairCount++
    edgeCount += Math.max(0, word.length - 2)
  }
  const powerOver = (count: number) => 2 ** Math.ceil(Math.log2(count + 1))
  const table: Table = {
    isWord: new Uint32Array(0x10000 / 32),
    wordTerms: new Int32Array(0x10000),
    beginnings: new Uint32Array(powerOver(pairCount)),
    pairs: new Int32Array(powerOver(pairCount * 2) * 2),
    edges: new Int32Array(powerOver(edgeCount * 2) * 4),
    nodes: new Int32Array((pairCount + edgeCount) * 2),
  }
  let nodes = 0
  const newNode = () => {
    table.nodes[++nodes * 2] = -1
    return nodes
  }
  for (const [word, term] of words) {
    const first = word.charCodeAt(0)
    if (word.length === 1) {
      table.isWord[first >> 5] = (table.isWord[first >> 5] ?? 0) | (1 << (first & 31))
      table.wordTerms[first] = term
      continue
    }
    const pair = (first << 16) | word.charCodeAt(1)
    let node = nodeOfPair(table, pair)
    if (node === 0) {
      node = newNode()
      addPair(table, pair, node)
    }
    for (let index = 2; index < word.length; index++) {
      const code = word.charCodeAt(index)
      let child = follow(table, node, code)
      if (child === 0) {
        child = newNode()
        addEdge(table, node, code, child)
      }
      node = child
    }
    table.nodes[node * 2] = term
  }
  return table
}

function addPair({ beginnings, pairs }: Table, pair: number, node: number): void {
  const bit = scramble(pair) >>> shiftFor(beginnings.length * 32)
  beginnings[bit >> 5] = (beginnings[bit >> 5] ?? 0) | (1 << (bit & 31))
  let place = placeOfPair(pairs, pair)
  while (pairs[place] !== 0) place = (place + 2) & (pairs.length - 1)
  pairs[place] = pair
  pairs[place + 1] = node
}

function addEdge({ edges, nodes }: Table, node: number, code: number, child: number): void {
  let place = placeOfEdge(edges, node, code)
  while (edges[place] !== 0) place = (place + 4) & (edges.length - 1)
  edges[place] = node
  edges[place + 1] = code
  edges[place + 2] = child
  nodes[node * 2 + 1] = 1
}
