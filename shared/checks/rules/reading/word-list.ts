import type { Pack } from '../../../packs/pack.ts'
import { perPack } from '../rule.ts'
import { createWordFinder, type WordFinder, type WordHit } from './word-finder.ts'

type Entries<T> = Iterable<readonly [word: string, value: T]>

/** What a rule asks for the places of its words. */
export type WordList<T> = (context: { pack: Pack; text: string }) => WordHit<T>[]

interface Pass {
  lists: ((pack: Pack) => Entries<unknown>)[]
  finder(context: { pack: Pack }): WordFinder<{ list: number; value: unknown }>
  found: WeakMap<object, WordHit<unknown>[][]>
}

function createPass(): Pass {
  const lists: Pass['lists'] = []
  const finder = perPack((pack) =>
    createWordFinder(
      lists.flatMap((read, list) => Array.from(read(pack), ([word, value]) => [word, { list, value }] as const)),
    ),
  )
  return { lists, finder, found: new WeakMap() }
}

/** Rules of the whole paper read all of it again after every change, so their few words have a pass of their own. */
const passes = { paragraph: createPass(), paper: createPass() }

/**
 * Declares the words a rule looks for; `scope` as the rule's. The words of all rules are found in one pass over a text,
 * the first time any of them is asked for. Declare lists while a module loads: a later one would not be in the pass.
 */
export function wordList<T>(read: (pack: Pack) => Entries<T>, scope: keyof typeof passes = 'paragraph'): WordList<T> {
  const { lists, finder, found } = passes[scope]
  const index = lists.push(read) - 1
  return (context) => {
    let hits = found.get(context)
    if (!hits) {
      const own: WordHit<unknown>[][] = lists.map(() => [])
      finder(context)(context.text, (start, word, { list, value }) => {
        own[list]?.push({ start, end: start + word.length, word, value })
      })
      found.set(context, own)
      hits = own
    }
    // The entries of this list came from `read`, so their values are of its type.
    return (hits[index] ?? []) as WordHit<T>[]
  }
}
