import type { Pack } from '../../../packs/pack.ts'
import type { Paragraph } from '../../context.ts'
import { perPack } from '../rule.ts'
import { createWordFinder, type WordHit } from './word-finder.ts'

type Entries<T> = Iterable<readonly [word: string, value: T]>
type Context = { pack: Pack; text: string; paragraphs: readonly Paragraph[] }

/** What a rule asks for the places of its words. */
export type WordList<T> = (context: Context) => WordHit<T>[]

/** The words of many lists, found in one pass over a text; the hits list by list. */
interface Pass {
  lists: ((pack: Pack) => Entries<unknown>)[]
  find(context: { pack: Pack }): (text: string) => WordHit<unknown>[][]
}

function createPass(): Pass {
  const lists: Pass['lists'] = []
  const find = perPack((pack) => {
    const finder = createWordFinder(
      lists.flatMap((read, list) => Array.from(read(pack), ([word, value]) => [word, { list, value }] as const)),
    )
    return (text: string) => {
      let hits: WordHit<unknown>[][] = NONE
      finder(text, (start, word, { list, value }) => {
        if (hits === NONE) hits = []
        const own = hits[list]
        const hit = { start, end: start + word.length, word, value }
        if (own) own.push(hit)
        else hits[list] = [hit]
      })
      return hits
    }
  })
  return { lists, find }
}

/** Most paragraphs hold no word, and need no list of their own for it. */
const NONE: never[] = []

/** Rules of the whole paper read all of it again after every change, so their few words have a pass of their own. */
const passes = { paragraph: createPass(), paper: createPass() }
const foundInText = new WeakMap<object, WordHit<unknown>[][]>()

function hitsInText(context: Context, list: number): WordHit<unknown>[] {
  let hits = foundInText.get(context)
  if (!hits) {
    hits = passes.paragraph.find(context)(context.text)
    foundInText.set(context, hits)
  }
  return hits[list] ?? []
}

/** What was found in a paragraph is remembered. */
function hitsInPaper(context: Context, list: number): WordHit<unknown>[] {
  const find = passes.paper.find(context)
  const hits: WordHit<unknown>[] = []
  for (const { own, start } of context.paragraphs) {
    for (const hit of own.recall(find, ({ text }) => find(text))[list] ?? []) {
      hits.push({ ...hit, start: hit.start + start, end: hit.end + start })
    }
  }
  return hits
}

/**
 * Declares the words a rule looks for; `scope` as the rule's. The words of all rules are found in one pass over a text,
 * the first time any of them is asked for. Declare lists while a module loads: a later one would not be in the pass.
 */
export function wordList<T>(read: (pack: Pack) => Entries<T>, scope: keyof typeof passes = 'paragraph'): WordList<T> {
  const list = passes[scope].lists.push(read) - 1
  const hitsIn = scope === 'paper' ? hitsInPaper : hitsInText
  // The entries of this list came from `read`, so their values are of its type.
  return (context) => hitsIn(context, list) as WordHit<T>[]
}
