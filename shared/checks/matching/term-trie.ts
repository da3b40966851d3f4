interface TrieNode {
  next: Map<number, TrieNode>
  /** Term that ends here, or -1. */
  term: number
}

/** Many literal words, looked for in one pass. Time: length of the text × length of the longest word, at worst. */
export class TermTrie {
  readonly #ids = new Map<string, number>()
  readonly #roots: (TrieNode | undefined)[] = new Array(0x10000)
  /** Whether some word may begin with two characters, by their hash: saves most look-ups of a second character. */
  readonly #beginnings = new Uint8Array(0x10000)

  /** The number of a word; a new one is added. */
  add(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(word, id)
    const first = word.charCodeAt(0)
    const root = this.#roots[first] ?? { next: new Map(), term: -1 }
    this.#roots[first] = root
    if (word.length > 1) this.#beginnings[hashOfPair(first, word.charCodeAt(1))] = 1
    let node: TrieNode = root
    for (let index = 1; index < word.length; index++) {
      const code = word.charCodeAt(index)
      const child: TrieNode = node.next.get(code) ?? { next: new Map(), term: -1 }
      node.next.set(code, child)
      node = child
    }
    node.term = id
    return id
  }

  get size(): number {
    return this.#ids.size
  }

  /** Calls back for every occurrence of every word in text[from, to), ordered by start, shorter ones first. */
  scan(text: string, from: number, to: number, found: (term: number, start: number, end: number) => void): void {
    let code = text.charCodeAt(from)
    for (let start = from; start < to; start++) {
      const nextCode = start + 1 < to ? text.charCodeAt(start + 1) : -1
      const root = this.#roots[code]
      if (root) {
        if (root.term >= 0) found(root.term, start, start + 1)
        if (nextCode >= 0 && this.#beginnings[hashOfPair(code, nextCode)] === 1) {
          let node = root.next.get(nextCode)
          for (let end = start + 2; node; end++) {
            if (node.term >= 0) found(node.term, start, end)
            if (end >= to || node.next.size === 0) break
            node = node.next.get(text.charCodeAt(end))
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
