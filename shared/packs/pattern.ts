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
const MAX_WORDS = 400

/** Groups that no list can hold: dates, terms, figures. As a word of a slot: {@link computedWord}. */
export const COMPUTED_GROUPS = ['日期', '期限', '数字', '方面数'] as const
export type ComputedGroup = (typeof COMPUTED_GROUPS)[number]

/** How a computed group stands among the literal words of a slot; no text can hold it. */
export const computedWord = (name: ComputedGroup): string => `\n〔${name}〕`

type Groups = Readonly<Record<string, readonly string[]>>

/** A word is its literal characters with 〔groups〕 among them. */
function expandWord(word: string, groups: Groups, depth: number): string[] {
  const computed = COMPUTED_GROUPS.find((name) => word === `〔${name}〕`)
  if (computed) return [computedWord(computed)]
  const open = word.indexOf('〔')
  if (open < 0) return [word]
  const close = word.indexOf('〕', open)
  if (close < 0) throw new UnreadablePattern(`“${word}”里的〔没有配上〕。`)
  const name = word.slice(open + 1, close)
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (!group) throw new UnreadablePattern(`词组〔${name}〕没有定义。`)
  if (depth > 4) throw new UnreadablePattern(`词组〔${name}〕绕回了自己。`)
  const front = word.slice(0, open)
  const ends = expandWord(word.slice(close + 1), groups, depth)
  return group
    .flatMap((entry) => expandWord(entry, groups, depth + 1))
    .flatMap((middle) => ends.map((end) => front + middle + end))
}

function parseSlot(text: string, gap: number, groups: Groups): Slot {
  const words = [...new Set(text.split(/[/／]/).flatMap((word) => expandWord(word.trim(), groups, 0)))]
  if (words.includes('')) throw new UnreadablePattern(`“${text}”里有空着的词。`)
  if (words.length > MAX_WORDS) throw new UnreadablePattern(`“${text}”展开后超过 ${MAX_WORDS} 个词。`)
  return { words, gap }
}

/**
 * Reads the pattern language of the packs:
 * `／` between words that may stand for each other, `…` a gap of at most ten characters (`…20…` of at most twenty),
 * `……` later in the same sentence, `＋` both in the same sentence in any order, `〔name〕` the words of a group.
 * @throws UnreadablePattern
 */
export function parsePattern(text: string, groups: Groups = {}): Pattern {
  const sequences = text.split(/[+＋]/).map((part) => {
    const pieces = part.split(/(…\d{1,3}…|……|…)/)
    const slots: Slot[] = []
    for (let index = 0; index < pieces.length; index += 2) {
      const joint = index === 0 ? '' : (pieces[index - 1] ?? '')
      const figure = /\d+/.exec(joint)
      const gap = figure ? Number(figure[0]) : joint === '……' ? Number.POSITIVE_INFINITY : DEFAULT_GAP
      slots.push(parseSlot(pieces[index] ?? '', gap, groups))
    }
    return slots
  })
  return { sequences }
}
