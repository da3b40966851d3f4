/** One place of a pattern: any of these words may stand there. */
export interface Slot {
  words: string[]
  /** Characters allowed between the slot before and this one; Infinity: anywhere later in the scope. */
  gap: number
}

/** Slots that follow each other. */
export type Sequence = Slot[]

/** What an office writes to say how something is put. All sequences must stand in the scope, in any order. */
export interface Pattern {
  sequences: Sequence[]
}

/** A pattern could not be read; the message is for the user. */
export class UnreadablePattern extends Error {}

const DEFAULT_GAP = 10
const MAX_WORDS = 800
const MAX_DEPTH = 4

/** Groups that no list can hold: dates, terms, figures. As a word of a slot: {@link computedWord}. */
export const COMPUTED_GROUPS = ['日期', '期限', '数字'] as const
export type ComputedGroup = (typeof COMPUTED_GROUPS)[number]

/** How a computed group stands among the literal words of a slot; no text can hold it. */
export const computedWord = (name: ComputedGroup): string => `\n〔${name}〕`

type Groups = Readonly<Record<string, readonly string[]>>

/** The words of a slot: its literal characters, with 〔groups〕 and （choices／…） multiplied out. */
function expandSlot(text: string, groups: Groups, depth = 0): string[] {
  const computed = COMPUTED_GROUPS.find((name) => text === `〔${name}〕`)
  if (computed) return [computedWord(computed)]
  const open = text.search(/[〔（(]/)
  if (open < 0) return [text]
  const isGroup = text.charAt(open) === '〔'
  const close = open + text.slice(open).search(isGroup ? /〕/ : /[）)]/)
  if (close < open) throw new UnreadablePattern(`“${text}”里的括号没有配上。`)
  const inner = text.slice(open + 1, close)
  const choices = isGroup ? groupWords(inner, groups, depth) : inner.split(/[/／]/)
  const middles = choices.flatMap((choice) => expandSlot(choice.trim(), groups, depth + 1))
  const ends = expandSlot(text.slice(close + 1), groups, depth)
  return middles.flatMap((middle) => ends.map((end) => text.slice(0, open) + middle + end))
}

function groupWords(name: string, groups: Groups, depth: number): readonly string[] {
  if ((COMPUTED_GROUPS as readonly string[]).includes(name)) return [`〔${name}〕`]
  const words = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (!words) throw new UnreadablePattern(`词组〔${name}〕没有定义。`)
  if (depth > MAX_DEPTH) throw new UnreadablePattern(`词组〔${name}〕绕回了自己。`)
  return words
}

/** A computed group with characters before or behind it, which no text can hold. */
const isMixed = (word: string): boolean =>
  word.includes('\n') && !COMPUTED_GROUPS.some((name) => computedWord(name) === word)

function readSlot(text: string, gap: number, groups: Groups): Slot {
  const words = [...new Set(expandSlot(text.trim(), groups))]
  if (words.some((word) => word === '')) throw new UnreadablePattern(`“${text}”里有空着的词。`)
  if (words.some(isMixed)) throw new UnreadablePattern(`“${text}”里的词组要单独成词。`)
  if (words.length > MAX_WORDS) throw new UnreadablePattern(`“${text}”展开后超过 ${MAX_WORDS} 个词。`)
  return { words, gap }
}

function readSequence(text: string, groups: Groups): Sequence {
  const pieces = text.split(/(…\d{1,3}…|……|…)/)
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1) return []
    const joint = pieces[index - 1] ?? ''
    const figure = /\d+/.exec(joint)
    const gap = figure ? Number(figure[0]) : joint === '……' ? Number.POSITIVE_INFINITY : DEFAULT_GAP
    return [readSlot(piece, gap, groups)]
  })
}

/** Splits at the strokes that stand outside brackets. */
function splitChoices(text: string): string[] {
  const choices: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index)
    if (char === '（' || char === '(') depth++
    else if (char === '）' || char === ')') depth--
    else if ((char === '／' || char === '/') && depth === 0) {
      choices.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...choices, text.slice(start)]
}

/**
 * Reads the pattern language of the packs, words and gaps:
 * `／` between ways to put it, `…` a gap of at most ten characters (`…20…` of at most twenty), `……` later in the same
 * sentence, `＋` both in the same sentence in any order, `（甲／乙）` a choice of words, `〔name〕` the words of a group.
 * 主体责任／（扛起／扛牢）…责任 is one word, or two with a gap.
 * @returns one pattern for each way; single words are gathered into one.
 * @throws UnreadablePattern
 */
export function readPatterns(text: string, groups: Groups = {}): Pattern[] {
  const patterns = splitChoices(text).map(
    (choice): Pattern => ({
      sequences: choice.split(/[+＋]/).map((part) => readSequence(part, groups)),
    }),
  )
  const singles = patterns.flatMap(({ sequences: [first, ...others] }) =>
    first?.length === 1 && others.length === 0 ? (first[0]?.words ?? []) : [],
  )
  const others = patterns.filter(({ sequences }) => sequences.length > 1 || (sequences[0]?.length ?? 0) > 1)
  return singles.length > 0 ? [{ sequences: [[{ words: [...new Set(singles)], gap: 0 }]] }, ...others] : others
}
