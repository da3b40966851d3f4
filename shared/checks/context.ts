import { factTexts } from '../model/facts.ts'
import type { Block } from '../model/text-view.ts'
import type { Pack } from '../packs/pack.ts'
import type { IsoDate } from '../text/dates.ts'
import { lastAt } from '../text/search.ts'
import type { Range } from '../text/sentences.ts'
import { ParagraphText } from './paragraph-text.ts'
import { TextMemo } from './text-memo.ts'
import type { CheckInput, Quote } from './types.ts'

/** A sentence of the paper with its place; `text` is the whole sentence with its stop. */
export interface Sentence extends Quote {
  /** Index into {@link CheckContext.paragraphs}. */
  paragraph: number
}

export interface Paragraph extends Quote {
  index: number
  block: Block
  /** What its text alone tells, with offsets from its beginning. */
  own: ParagraphText
  sentences: Sentence[]
  /** Quoted stretches of this paragraph, marks included, in order of their start; inner ones follow the outer. */
  quotes: Range[]
}

/** The heading of a part (level 1) without its marker. */
export interface PartTitle extends Quote {
  part: number
  paragraph: number
}

/**
 * What every check reads: the input, and what several of them would otherwise compute again.
 * All ranges are UTF-16 offsets into `text`, end exclusive.
 */
export interface CheckContext {
  input: CheckInput
  pack: Pack
  text: string
  /** Day of the meeting; null when it is not known, and then rules that need it stay silent. */
  date: IsoDate | null
  /** One for each block of the view, in order. */
  paragraphs: Paragraph[]
  sentences: Sentence[]
  partTitles: PartTitle[]
  /** A fact as a paper shows it (dates as 2026年3月2日), derived ones too; null while open. */
  fact(key: string): string | null
  /** The paragraph at an offset; the line break behind a paragraph belongs to it. */
  paragraphAt(offset: number): Paragraph | undefined
  sentenceAt(offset: number): Sentence | undefined
  /** The innermost quotation that holds the whole range. */
  quoteAround(range: Range): Range | undefined
  /** A range with its text. */
  quote(range: Range): Quote
}

const texts = new WeakMap<Pack, TextMemo<ParagraphText>>()

/** The texts of paragraphs seen under a pack: what is computed from them depends on it. */
function textsOf(pack: Pack): TextMemo<ParagraphText> {
  const known = texts.get(pack) ?? new TextMemo<ParagraphText>()
  texts.set(pack, known)
  return known
}

const readText = (text: string) => new ParagraphText(text)

function placeParagraph(own: ParagraphText, block: Block, index: number): Paragraph {
  const { start, end } = block
  const { text } = own
  const sentences = own.sentences.map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
    text: text.slice(sentence.start, sentence.end),
    paragraph: index,
  }))
  const quotes = own.quotes.map((range) => ({ start: start + range.start, end: start + range.end }))
  return { index, block, own, start, end, text, sentences, quotes }
}

/** Prepares one paper for the checks. Linear in its length. */
export function createContext(pack: Pack, input: CheckInput): CheckContext {
  const { text, blocks } = input.view
  const known = textsOf(pack)
  const paragraphs = blocks.map((block, index) =>
    placeParagraph(known.get(text.slice(block.start, block.end), readText), block, index),
  )
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  const factText = factTexts({
    definitions: pack.facts,
    values: input.facts,
    people: input.people,
    settings: input.settings,
  })
  const facts = new Map<string, string | null>()
  const fact = (key: string): string | null => {
    let value = facts.get(key)
    if (value === undefined) {
      value = factText(key).text
      facts.set(key, value)
    }
    return value
  }
  const quote = ({ start, end }: Range): Quote => ({ start, end, text: text.slice(start, end) })

  return {
    input,
    pack,
    text,
    date: input.date,
    paragraphs,
    sentences,
    partTitles: paragraphs.flatMap(({ block, index }) =>
      block.head && block.level === 1 ? [{ ...quote(block.head), part: block.part, paragraph: index }] : [],
    ),
    fact,
    paragraphAt: (offset) => lastAt(paragraphs, offset),
    sentenceAt: (offset) => lastAt(sentences, offset),
    quoteAround(range) {
      const around = lastAt(paragraphs, range.start)?.quotes.filter(
        ({ start, end }) => start <= range.start && range.end <= end,
      )
      return around?.at(-1)
    },
    quote,
  }
}
