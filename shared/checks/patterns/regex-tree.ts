/** A regular expression as far as it says what a match holds. */
export type RegexNode =
  /** One character out of a few; null: out of many. */
  | { kind: 'character'; characters: readonly string[] | null }
  | { kind: 'sequence'; items: readonly RegexNode[] }
  | { kind: 'choice'; choices: readonly RegexNode[] }
  | { kind: 'repeat'; item: RegexNode; least: number; most: number }
  /** What must follow here and is no part of the match. */
  | { kind: 'ahead'; item: RegexNode }
  /** Takes no characters and tells nothing: ^, \b, look-behind, negative look-ahead. */
  | { kind: 'nothing' }
  /** A capturing group, counted from 1. */
  | { kind: 'group'; number: number; item: RegexNode }
  /** What a group holds, once more. */
  | { kind: 'reference'; number: number }

const MOST_CHARACTERS = 40
const CONTROLS: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' }
const DIGITS = [...'0123456789']
const QUANTIFIER = /[*+?]|\{(\d+)(,(\d*))?\}/y
const GROUP = /\((?:\?(?:(:)|(=)|!|<=|<!|<([^>]+)>))?/y

/** Reads a well-formed regular expression without named references and flags that change its meaning (i, m, s, u, v). */
export function readRegex(source: string): RegexNode {
  return new Reader(source).choice()
}

class Reader {
  readonly #source: string
  #at = 0
  #groups = 0

  constructor(source: string) {
    this.#source = source
  }

  choice(): RegexNode {
    const choices = [this.#sequence()]
    while (this.#source.charAt(this.#at) === '|') {
      this.#at++
      choices.push(this.#sequence())
    }
    return choices.length === 1 && choices[0] ? choices[0] : { kind: 'choice', choices }
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at)))
      items.push(this.#quantified(this.#atom()))
    return { kind: 'sequence', items }
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#source)
    if (match) this.#at += match[0].length
    return match
  }

  #quantified(item: RegexNode): RegexNode {
    const match = this.#take(QUANTIFIER)
    if (!match) return item
    if (this.#source.charAt(this.#at) === '?') this.#at++
    const [sign, count, comma, upTo] = match
    const least = count ? Number(count) : sign === '+' ? 1 : 0
    const open = sign === '*' || sign === '+' || (comma !== undefined && !upTo)
    const most = open ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(upTo ?? count)
    return { kind: 'repeat', item, least, most }
  }

  #atom(): RegexNode {
    const char = this.#source.charAt(this.#at)
    if (char === '(') return this.#group()
    this.#at++
    if (char === '[') return this.#class()
    if (char === '\\') return this.#escape()
    if (char === '^' || char === '$') return { kind: 'nothing' }
    return { kind: 'character', characters: char === '.' ? null : [char] }
  }

  #group(): RegexNode {
    const [opening, plain, ahead, name] = this.#take(GROUP) ?? ['']
    const number = opening === '(' || name ? ++this.#groups : 0
    const inner = this.choice()
    this.#at++
    if (number > 0) return { kind: 'group', number, item: inner }
    if (plain) return inner
    return ahead ? { kind: 'ahead', item: inner } : { kind: 'nothing' }
  }

  #escape(): RegexNode {
    const char = this.#source.charAt(this.#at)
    if (char === 'b' || char === 'B') {
      this.#at++
      return { kind: 'nothing' }
    }
    if (/[1-9]/.test(char)) return { kind: 'reference', number: Number(this.#take(/\d+/y)?.[0]) }
    return { kind: 'character', characters: this.#escaped() }
  }

  /** The characters of an escape, behind its stroke; null where they are many. */
  #escaped(): readonly string[] | null {
    const char = this.#source.charAt(this.#at++)
    if (char === 'd') return DIGITS
    if (/[DwWsSpP]/.test(char)) return null
    if (char === 'u' || char === 'x') {
      const length = char === 'u' ? 4 : 2
      this.#at += length
      return [String.fromCharCode(Number.parseInt(this.#source.slice(this.#at - length, this.#at), 16))]
    }
    return [CONTROLS[char] ?? char]
  }

  /** A character class, behind its opening bracket. */
  #class(): RegexNode {
    let characters: string[] | null = []
    if (this.#source.charAt(this.#at) === '^') {
      characters = null
      this.#at++
    }
    while (this.#source.charAt(this.#at) !== ']') {
      const first = this.#member()
      const isRange = this.#source.charAt(this.#at) === '-' && this.#source.charAt(this.#at + 1) !== ']'
      if (isRange) this.#at++
      const last = isRange ? this.#member() : first
      const more = isRange ? rangeOf(first, last) : first
      if (!characters || !more || characters.length + more.length > MOST_CHARACTERS) characters = null
      else characters.push(...more)
    }
    this.#at++
    return { kind: 'character', characters }
  }

  #member(): readonly string[] | null {
    const char = this.#source.charAt(this.#at++)
    return char === '\\' ? this.#escaped() : [char]
  }
}

function rangeOf(first: readonly string[] | null, last: readonly string[] | null): string[] | null {
  const from = first?.[0]?.charCodeAt(0) ?? 0
  const to = last?.[0]?.charCodeAt(0) ?? 0
  if (to - from >= MOST_CHARACTERS) return null
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))
}
