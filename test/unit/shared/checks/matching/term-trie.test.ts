import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HitList } from '../../../../../shared/checks/matching/hit-list.ts'
import { TermTrie } from '../../../../../shared/checks/matching/term-trie.ts'

function scan(words: string[], text: string): [string, number][] {
  const trie = new TermTrie()
  const ids = new Map(words.map((word) => [trie.add(word), word]))
  const hits = new HitList()
  trie.scan(text, hits)
  return Array.from({ length: hits.count }, (_, index): [string, number] => {
    const start = hits.starts[index] ?? -1
    const word = text.slice(start, hits.ends[index])
    expect(word).toBe(ids.get(hits.terms[index] ?? -1))
    return [word, start]
  })
}

test('finds overlapping words, and a word inside another', () => {
  expect(scan(['整改', '整改方案', '方案'], '整改方案')).toEqual([
    ['整改', 0],
    ['整改方案', 0],
    ['方案', 2],
  ])
})

test('finds exactly what a plain search finds', () => {
  const word = fc.string({ unit: fc.constantFrom('整', '改', '方'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('整', '改', '方', '案') }),
      (words, text) => {
        const plain = words.flatMap((one) =>
          [...text].flatMap((_, start): [string, number][] => (text.startsWith(one, start) ? [[one, start]] : [])),
        )
        const order = (list: [string, number][]) => list.map(([one, start]) => `${start} ${one}`).sort()
        expect(order(scan(words, text))).toEqual(order(plain))
      },
    ),
  )
})
