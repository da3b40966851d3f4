interface TrieNode {
  next: Map<number, TrieNode>
  /** Term that ends here, or -1. */
  term: number
}

/** Many literal words, looked for in one pass. Time: length of the text × length of the longest word, at worst. */
export class TermTrie {
  readonly #ids = new Map<string, number>()
  readonly #roots: (TrieNode | undefined)[] = new Array(0x10000)

  /** The number of a word; a new one is added. */
  add(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(word, id)
    const first = word.charCodeAt(0)
    const root = this.#roots[first] ?? { next: new Map(), term: -1 }
    this.#roots[first] = root
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
    for (let start = from; start < to; start++) {
      let node = this.#roots[text.charCodeAt(start)]
      for (let index = start + 1; node; index++) {
        if (node.term >= 0) found(node.term, start, index)
        if (index >= to || node.next.size === 0) break
        node = node.next.get(text.charCodeAt(index))
      }
    }
  }
}
