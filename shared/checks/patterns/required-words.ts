import { type RegexNode, readRegex } from './regex-tree.ts'

/** Words of which every match of a regular expression holds at least one. */
export interface RequiredWords {
  words: readonly string[]
  /** Where the word begins, counted from the beginning of the match: from least to most characters behind it. */
  least: number
  most: number
}

/** What is known of all the texts a part of an expression can match. */
interface Part {
  shortest: number
  longest: number
  /** All of them, where they are few. */
  all: readonly string[] | null
  required: RequiredWords | null
}

const MOST_WORDS = 240
const LONGEST_WORD = 8
const NO_TEXT: Part = { shortest: 0, longest: 0, all: [''], required: null }
/** Of so many places of a text one holds a given character: of the common ones, and of the others. */
const COMMON = 60
const RARE = 1_500
const IS_COMMON = /[\u4e00-\u9fff\d，。、；：“”（）]/
/** Words that are met more often than at one of so many places save nothing. */
const RARE_ENOUGH = 1 / 80

/**
 * The words to look for before an expression is tried: those least likely to be met. Null where an expression may match
 * without any rare word, or has flags that are not understood.
 */
export function requiredWords({ source, flags }: RegExp): RequiredWords | null {
  if (/[imsuv]/.test(flags)) return null
  const part = readPart(readRegex(source))
  const best = rarer(part.required, asRequired(part.all))
  return best && chanceOf(best) <= RARE_ENOUGH ? { ...best, words: shortest(best.words) } : null
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
  return chances.reduce((sum, chance) => sum + chance, 0) * (most - least + 1)
}

function rarer(a: RequiredWords | null, b: RequiredWords | null): RequiredWords | null {
  if (!a || !b) return a ?? b
  return chanceOf(a) <= chanceOf(b) ? a : b
}

function asRequired(all: readonly string[] | null, least = 0, most = 0): RequiredWords | null {
  return all && most < Number.POSITIVE_INFINITY && !all.includes('') ? { words: all, least, most } : null
}

function readPart(node: RegexNode): Part {
  switch (node.kind) {
    case 'character':
      return { shortest: 1, longest: 1, all: node.characters, required: null }
    case 'sequence':
      return readSequence(node.items)
    case 'choice':
      return readChoice(node.choices.map(readPart))
    case 'repeat':
      return readRepeat(readPart(node.item), node.least, node.most)
    case 'anything':
      return { shortest: 0, longest: Number.POSITIVE_INFINITY, all: null, required: null }
    default:
      return NO_TEXT
  }
}

/** Joins neighbours of which all texts are known to longer words, as long as these are few. */
function readSequence(items: readonly RegexNode[]): Part {
  let shortest = 0
  let longest = 0
  let required: RequiredWords | null = null
  let run: readonly string[] = ['']
  let runStart = { least: 0, most: 0 }
  let isWhole = true
  const endRun = (next: readonly string[]) => {
    required = rarer(required, asRequired(run, runStart.least, runStart.most))
    run = next
    runStart = { least: shortest, most: longest }
    isWhole = false
  }
  for (const item of items) {
    if (item.kind === 'ahead') {
      const joined = joinWords(run, readPart(item.item).all)
      required = rarer(required, asRequired(joined, runStart.least, runStart.most))
      continue
    }
    const part = readPart(item)
    const joined = joinWords(run, part.all)
    if (joined) run = joined
    else {
      endRun(part.all ?? [''])
      if (part.required && longest < Number.POSITIVE_INFINITY) {
        const { words, least, most } = part.required
        required = rarer(required, { words, least: shortest + least, most: longest + most })
      }
    }
    shortest += part.shortest
    longest += part.longest
    if (!part.all) runStart = { least: shortest, most: longest }
  }
  const all = isWhole ? run : null
  if (!isWhole) endRun([''])
  return { shortest, longest, all, required }
}

function joinWords(words: readonly string[], others: readonly string[] | null): string[] | null {
  if (!others || words.length * others.length > MOST_WORDS) return null
  const joined = words.flatMap((word) => others.map((other) => word + other))
  return joined.some(({ length }) => length > LONGEST_WORD) ? null : joined
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
    required: least > 0 ? rarer(part.required, asRequired(part.all)) : null,
  }
}
