import { lastAt } from '../../../text/search.ts'
import type { Range } from '../../../text/sentences.ts'
import type { CheckContext, Paragraph } from '../../context.ts'
import { PatternSet, type TextMatches } from '../../patterns/pattern-set.ts'
import { perPack } from '../rule.ts'
import { readDates, type WrittenDate } from './dates.ts'
import { type Item, itemLists, readItems } from './items.ts'
import { matchesIn } from './matches.ts'
import { type RosterPerson, readRoster } from './roster.ts'

/** What the fault rules read besides the common context. Each part is read when it is first asked for. */
export interface RuleContext extends CheckContext {
  readonly items: Item[]
  readonly lists: Item[][]
  readonly dates: WrittenDate[]
  /**
   * Every match of a global pattern in the text, as `matchAll` gives them; those of all rules are looked for at once. In
   * a rule of the whole paper the pattern may not reach over a line end.
   */
  readonly matches: TextMatches
  /** People of the meeting: the roster in its order, then people known only from the facts. */
  readonly roster: RosterPerson[]
}

/** The expressions that rules of one paragraph ask for. */
const patterns = perPack(() => new PatternSet())

/** What rules of a scope read: of the whole paper, or of paragraphs that are new. */
export function createRuleContext(context: CheckContext, scope: 'paper' | 'paragraph'): RuleContext {
  const items = once(() => readItems(context.paragraphs))
  const lists = once(() => itemLists(items()))
  const dates = once(() => readDates(context.text, context.date))
  const roster = once(() => readRoster(context))
  const matches = once(
    (): TextMatches =>
      scope === 'paper' ? (pattern) => matchesIn(context, pattern) : patterns(context).read(context.text),
  )
  return {
    ...context,
    matches: (pattern) => matches()(pattern),
    get items() {
      return items()
    },
    get lists() {
      return lists()
    },
    get dates() {
      return dates()
    },
    get roster() {
      return roster()
    },
  }
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

/** A paper of some of the paragraphs of another, in their order: what paragraph rules are shown. */
export function contextOf(context: CheckContext, chosen: readonly Paragraph[]): CheckContext {
  let length = 0
  const paragraphs = chosen.map((paragraph, index): Paragraph => {
    const shift = length - paragraph.start
    length += paragraph.text.length + 1
    const moved = <R extends Range>(range: R): R => ({ ...range, start: range.start + shift, end: range.end + shift })
    return {
      ...moved(paragraph),
      index,
      sentences: paragraph.sentences.map((sentence) => ({ ...moved(sentence), paragraph: index })),
      quotes: paragraph.quotes.map(moved),
    }
  })
  const text = chosen.map((paragraph) => paragraph.text).join('\n')
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  return {
    ...context,
    text,
    paragraphs,
    sentences,
    partTitles: [],
    paragraphAt: (offset) => lastAt(paragraphs, offset),
    sentenceAt: (offset) => lastAt(sentences, offset),
    quoteAround: ({ start, end }) =>
      lastAt(paragraphs, start)
        ?.quotes.filter((quote) => quote.start <= start && end <= quote.end)
        .at(-1),
    quote: ({ start, end }) => ({ start, end, text: text.slice(start, end) }),
  }
}
