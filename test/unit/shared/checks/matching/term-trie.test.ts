import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermTrie } from '../../../../../shared/checks/matching/term-trie.ts'

function scan(words: string[], text: string): [string, number][] {
  const trie = new TermTrie()
  const ids = new Map(words.map((word) => [trie.add(word), word]))
  const found: [string, number][] = []
  trie.scan(text, 0, text.length, (term, start, end) => {
    expect(text.slice(start, end)).toBe(ids.get(term))
    found.push([text.slice(start, end), start])
  })
  return found
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
