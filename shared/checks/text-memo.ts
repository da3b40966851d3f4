/**
 * Remembers what was computed from a text, so that a change of one paragraph costs one paragraph. Only for pure
 * functions of the text. Holds at most twice `capacity` characters of keys: what was not asked for lately is dropped.
 */
export class TextMemo<T> {
  readonly #capacity: number
  #recent = new Map<string, T>()
  #older = new Map<string, T>()
  #size = 0

  constructor(capacity = 500_000) {
    this.#capacity = capacity
  }

  get(text: string, compute: (text: string) => T): T {
    const recent = this.#recent.get(text)
    if (recent !== undefined) return recent
    const value = this.#older.get(text) ?? compute(text)
    if (this.#size > this.#capacity) {
      this.#older = this.#recent
      this.#recent = new Map()
      this.#size = 0
    }
    this.#recent.set(text, value)
    this.#size += text.length + 1
    return value
  }
}
