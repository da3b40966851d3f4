import type { Pack } from '../../../packs/pack.ts'
import { perPack } from '../rule.ts'
import { createWordFinder, type WordHit } from './word-finder.ts'

type Entries<T> = Iterable<readonly [word: string, value: T]>

/** What a rule asks for the places of its words. */
export type WordList<T> = (context: { pack: Pack; text: string }) => WordHit<T>[]

const lists: ((pack: Pack) => Entries<unknown>)[] = []

const finder = perPack((pack) =>
  createWordFinder(
    lists.flatMap((read, list) => Array.from(read(pack), ([word, value]) => [word, { list, value }] as const)),
  ),
)

const found = new WeakMap<object, WordHit<unknown>[][]>()

/**
 * Declares the words a rule looks for. The words of all rules are found in one pass over a text, the first time any of
 * them is asked for; declare lists while a module loads, since a list declared later would not be in the pass.
 */
export function wordList<T>(read: (pack: Pack) => Entries<T>): WordList<T> {
  const index = lists.push(read) - 1
  return (context) => {
    let hits = found.get(context)
    if (!hits) {
      hits = lists.map(() => [])
      for (const { value: entry, ...hit } of finder(context)(context.text)) {
        hits[entry.list]?.push({ ...hit, value: entry.value })
      }
      found.set(context, hits)
    }
    // The entries of this list came from `read`, so their values are of its type.
    return (hits[index] ?? []) as WordHit<T>[]
  }
}
