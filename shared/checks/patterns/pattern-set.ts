import { HitList } from '../matching/hit-list.ts'
import { TermTrie } from '../matching/term-trie.ts'
import { type RequiredWords, requiredWords } from './required-words.ts'

interface Member {
  /** Sticky where words are required at certain places, else global. Our own copy: its `lastIndex` is nobody else's. */
  regex: RegExp
  required: RequiredWords | null
}

/** Where the required words of patterns stand, by the numbers of the patterns. */
type Places = (number[] | undefined)[]

/** The matches of a text, pattern by pattern, each as `matchAll` gives them. */
export type TextMatches = (pattern: RegExp) => RegExpExecArray[]

/**
 * Many regular expressions for the same texts. A hundred passes over a text cost far more than one: so the words that
 * a match cannot do without are looked for first, those of all expressions in one pass, and an expression is tried only
 * at the places where it may begin. (Known from search tools as a literal prefilter.)
 */
export class PatternSet {
  /** By object, and by text: an expression written inside a function is a new object every time. */
  readonly #numbers = new WeakMap<RegExp, number>()
  readonly #numbersOfText = new Map<string, number>()
  readonly #members: Member[] = []
  readonly #trie = new TermTrie()
  readonly #patternsOfTerm: number[][] = []
  readonly #hits = new HitList()

  get size(): number {
    return this.#members.length
  }

  /** The number of a global expression, the same for equal ones; a new one is added. */
  numberOf(pattern: RegExp): number {
    const known = this.#numbers.get(pattern) ?? this.#numbersOfText.get(String(pattern))
    const number = known ?? this.#add(pattern)
    this.#numbers.set(pattern, number)
    return number
  }

  #add(pattern: RegExp): number {
    const number = this.#members.length
    const required = requiredWords(pattern)
    const isPlaced = required !== null && required.most < Number.POSITIVE_INFINITY
    const flags = pattern.flags.replace('g', '') + (isPlaced ? 'y' : 'g')
    this.#members.push({ regex: new RegExp(pattern.source, flags), required })
    this.#numbersOfText.set(String(pattern), number)
    for (const word of required?.words ?? []) {
      const term = this.#trie.add(word)
      this.#patternsOfTerm[term] ??= []
      this.#patternsOfTerm[term].push(number)
    }
    return number
  }

  /** Reads a text once. An expression is tried when it is first asked for. */
  read(text: string): TextMatches {
    let places: Places | undefined
    let size = 0
    const found: (RegExpExecArray[] | undefined)[] = []
    return (pattern) => {
      const number = this.numberOf(pattern)
      if (!places || number >= size) {
        places = this.#placesIn(text)
        size = this.size
      }
      const matches = found[number] ?? this.#matchesOf(number, text, places[number])
      found[number] = matches
      return matches
    }
  }

  /** The matches of all expressions of the set by their numbers; none where there are no matches. */
  readAll(text: string): readonly (readonly RegExpExecArray[] | undefined)[] {
    const places = this.#placesIn(text)
    let all: (RegExpExecArray[] | undefined)[] = NONE
    for (let number = 0; number < this.#members.length; number++) {
      const matches = this.#matchesOf(number, text, places[number])
      if (matches.length === 0) continue
      if (all === NONE) all = []
      all[number] = matches
    }
    return all
  }

  /** Where the required words of each pattern stand. */
  #placesIn(text: string): Places {
    const places: Places = []
    const hits = this.#hits
    hits.count = 0
    this.#trie.scan(text, hits)
    for (let index = 0; index < hits.count; index++) {
      const start = hits.starts[index] ?? 0
      for (const number of this.#patternsOfTerm[hits.terms[index] ?? -1] ?? []) {
        const own = places[number]
        if (own) own.push(start)
        else places[number] = [start]
      }
    }
    return places
  }

  #matchesOf(number: number, text: string, places: readonly number[] | undefined): RegExpExecArray[] {
    const member = this.#members[number]
    if (!member) return []
    const { regex, required } = member
    if (required && !places) return NONE
    if (!required || required.most === Number.POSITIVE_INFINITY) return everyMatch(regex, text)
    const matches: RegExpExecArray[] = []
    let next = 0
    for (const place of places ?? []) {
      for (let start = Math.max(next, place - required.most); start <= place - required.least; start++) {
        next = start + 1
        regex.lastIndex = start
        const match = regex.exec(text)
        if (!match) continue
        matches.push(match)
        next = Math.max(next, start + match[0].length)
        start = next - 1
      }
    }
    return matches
  }
}

/** Most texts have no match, and need no list of their own for it. */
const NONE: never[] = []

function everyMatch(regex: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  regex.lastIndex = 0
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    matches.push(match)
    if (match[0] === '') regex.lastIndex++
  }
  return matches
}
