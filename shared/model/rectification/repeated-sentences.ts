/** Characters; shorter sentences are set phrases that everybody says. */
const SHORTEST = 18
const SHINGLE = 5
/** Share of the shorter sentence that stands in the other. */
const ALIKE = 0.75

const plain = (text: string): string => text.replace(/[^\p{Script=Han}\d]/gu, '')

function shingles(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + SHINGLE <= text.length; at++) found.add(text.slice(at, at + SHINGLE))
  return found
}

export interface SentencePlace {
  list: number
  index: number
}

/** Sentences that two lists have nearly alike, each pair once; sentences within one list are not compared. */
export function repeatedSentences(
  lists: readonly (readonly string[])[],
): { first: SentencePlace; second: SentencePlace }[] {
  const entries = lists.flatMap((list, listAt) =>
    list.flatMap((text, index) => {
      const own = plain(text)
      return own.length >= SHORTEST ? [{ list: listAt, index, shingles: shingles(own) }] : []
    }),
  )
  const holders = new Map<string, number[]>()
  const pairs: { first: SentencePlace; second: SentencePlace }[] = []
  entries.forEach((entry, at) => {
    const shared = new Map<number, number>()
    for (const shingle of entry.shingles) {
      const others = holders.get(shingle) ?? []
      for (const other of others)
        if (entries[other]?.list !== entry.list) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(shingle, [...others, at])
    }
    for (const [other, count] of shared) {
      const earlier = entries[other]
      if (!earlier || count < ALIKE * Math.min(earlier.shingles.size, entry.shingles.size)) continue
      pairs.push({
        first: { list: earlier.list, index: earlier.index },
        second: { list: entry.list, index: entry.index },
      })
    }
  })
  return pairs
}
