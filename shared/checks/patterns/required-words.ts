import { type RegexNode, readRegex } from './regex-tree.ts'

/** Words of which every match of a regular expression holds at least one. */
export interface RequiredWords {
  words: readonly string[]
  /** Where the word begins: from least to most characters behind the beginning of the match; most may be infinite. */
  least: number
  most: number
}

/** What is known of all the texts a part of an expression can match. */
interface Part {
  shortest: number
  longest: number
  /** All of them, where they are few. */
  all: readonly string[] | null
  /** Beginnings of which each of them has one, as far as they are few; '' where they are not. */
  heads: readonly string[]
  required: RequiredWords | null
}

const MOST_WORDS = 600
const LONGEST_WORD = 8
const NO_TEXT: Part = { shortest: 0, longest: 0, all: [''], heads: [''], required: null }
const ANY_TEXT: Part = { shortest: 0, longest: Number.POSITIVE_INFINITY, all: null, heads: [''], required: null }
/** Of so many places of a text one holds a given character: of the common ones, and of the others. */
const COMMON = 60
const RARE = 1_500
const IS_COMMON = /[\u4e00-\u9fff\d，。、；：“”（）]/
/** Words that are met more often than at one of so many places save nothing. */
const RARE_ENOUGH = 1 / 70
/** Words that may stand anywhere in a match only tell whether there is one: most paragraphs must do without them. */
const RARE_IN_A_TEXT = 1 / 500

/**
 * The words to look for before an expression is tried: those least likely to be met. Null where an expression may match
 * without any rare word, or is of a kind that is not understood.
 */
export function requiredWords({ source, flags }: RegExp): RequiredWords | null {
  if (/[imsuv]/.test(flags) || /\\k</.test(source)) return null
  const part = readPart(readRegex(source), [])
  const best = rarer(part.required, asRequired(part.all))
  return best && isRare(best) ? { ...best, words: shortest(best.words) } : null
}

function isRare(required: RequiredWords): boolean {
  return chanceOf(required) <= (required.most < Number.POSITIVE_INFINITY ? RARE_ENOUGH : RARE_IN_A_TEXT)
}

/** Leaves out what begins with another word. */
function shortest(words: readonly string[]): string[] {
  const kept: string[] = []
  for (const word of [...new Set(words)].sort()) {
    const last = kept.at(-1)
    if (last === undefined || !word.startsWith(last)) kept.push(word)
  }
  return kept
}

/** How often the words may be met, each with all the places a match may begin at. */
function chanceOf({ words, least, most }: RequiredWords): number {
  const chances = words.map((word) => [...word].reduce((sum, char) => sum / (IS_COMMON.test(char) ? COMMON : RARE), 1))
  const places = most < Number.POSITIVE_INFINITY ? most - least + 1 : 1
  return chances.reduce((sum, chance) => sum + chance, 0) * places
}

/** Words at a certain place are better than words anywhere. */
function rarer(a: RequiredWords | null, b: RequiredWords | null): RequiredWords | null {
  if (!a || !b) return a ?? b
  const [isNearA, isNearB] = [a, b].map((one) => one.most < Number.POSITIVE_INFINITY && isRare(one))
  if (isNearA !== isNearB) return isNearA ? a : b
  return chanceOf(a) <= chanceOf(b) ? a : b
}

function asRequired(words: readonly string[] | null, least = 0, most = 0): RequiredWords | null {
  return words && !words.includes('') ? { words, least, most } : null
}

/** `groups`: what the capturing groups hold that take part in every match, by number. */
function readPart(node: RegexNode, groups: Part[]): Part {
  switch (node.kind) {
    case 'character':
      return { shortest: 1, longest: 1, all: node.characters, heads: node.characters ?? [''], required: null }
    case 'sequence':
      return readSequence(node.items, groups)
    case 'choice':
      return readChoice(node.choices.map((choice) => readPart(choice, [...groups])))
    case 'repeat':
      return readRepeat(readPart(node.item, node.least > 0 ? groups : [...groups]), node.least, node.most)
    case 'group': {
      const part = readPart(node.item, groups)
      groups[node.number] = part
      return part
    }
    case 'reference':
      return groups[node.number] ?? ANY_TEXT
    default:
      return NO_TEXT
  }
}

/** Joins neighbours of which all texts are known to longer words, as long as these are few. */
function readSequence(items: readonly RegexNode[], groups: Part[]): Part {
  let shortest = 0
  let longest = 0
  let required: RequiredWords | null = null
  let run: readonly string[] = ['']
  let runStart = { least: 0, most: 0 }
  let heads: readonly string[] | null = null
  const look = (words: readonly string[] | null, { least, most } = runStart) => {
    required = rarer(required, asRequired(words, least, most))
  }
  for (const item of items) {
    const isAhead = item.kind === 'ahead'
    const part = readPart(isAhead ? item.item : item, groups)
    if (isAhead) {
      look(joinWords(run, part.heads))
      continue
    }
    const joined = joinWords(run, part.all)
    if (!joined) {
      look(run)
      const longer = joinWords(run, part.heads)
      look(longer)
      heads ??= longer ?? run
      const { words, least, most } = part.required ?? { words: [''], least: 0, most: 0 }
      look(words, { least: shortest + least, most: longest + most })
    }
    run = joined ?? part.all ?? ['']
    if (!joined) runStart = { least: shortest, most: longest }
    shortest += part.shortest
    longest += part.longest
    if (!joined && !part.all) runStart = { least: shortest, most: longest }
  }
  look(run)
  return { shortest, longest, all: heads ? null : run, heads: heads ?? run, required }
}

function joinWords(words: readonly string[], others: readonly string[] | null): string[] | null {
  if (!others || words.length * others.length > MOST_WORDS) return null
  const joined = words.flatMap((word) => others.map((other) => word + other))
  return joined.some(({ length }) => length > LONGEST_WORD) ? null : joined
}

function few(words: readonly string[]): readonly string[] {
  return words.length <= MOST_WORDS ? words : ['']
}

function readChoice(choices: readonly Part[]): Part {
  const total = choices.reduce((sum, { all }) => sum + (all?.length ?? Number.POSITIVE_INFINITY), 0)
  const all = total <= MOST_WORDS ? choices.flatMap((choice) => choice.all ?? []) : null
  const required = choices.map((choice) => rarer(choice.required, asRequired(choice.all)))
  const isEvery = required.every((one) => one !== null)
  return {
    shortest: Math.min(...choices.map(({ shortest }) => shortest)),
    longest: Math.max(...choices.map(({ longest }) => longest)),
    all,
    heads: few(choices.flatMap(({ heads }) => heads)),
    required: isEvery
      ? {
          words: required.flatMap(({ words }) => words),
          least: Math.min(...required.map(({ least }) => least)),
          most: Math.max(...required.map(({ most }) => most)),
        }
      : null,
  }
}

function readRepeat(part: Part, least: number, most: number): Part {
  let all: string[] | null = []
  let power: string[] | null = ['']
  for (let times = 0; all && times <= most; times++) {
    if (!power || all.length + power.length > MOST_WORDS) all = null
    else if (times >= least) all.push(...power)
    if (power) power = joinWords(power, part.all)
  }
  return {
    shortest: part.shortest * least,
    longest: part.longest === 0 ? 0 : part.longest * most,
    all,
    heads: all ?? (least > 0 ? part.heads : ['']),
    required: least > 0 ? rarer(part.required, asRequired(part.all)) : null,
  }
}
