import { describe, expect, test } from 'vitest'
import { PAPER_KINDS, type PaperKind } from '../../../../shared/model/kinds.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { phrasesSection } from '../../../../shared/packs/phrases-section.ts'

const kinds = Object.keys(builtInPack.phrases) as PaperKind[]

describe.each(kinds)('phrases for %s', (kind) => {
  const points = Object.entries(builtInPack.phrases[kind] ?? {})

  test('offer four to eight for each point, none twice', () => {
    for (const [id, phrases] of points) {
      expect(phrases.length, id).toBeGreaterThanOrEqual(4)
      expect(phrases.length, id).toBeLessThanOrEqual(8)
    }
    const all = points.flatMap(([, phrases]) => phrases)
    expect(new Set(all).size).toBe(all.length)
  })
})

test('there are phrases for every point of every paper', () => {
  for (const kind of PAPER_KINDS) {
    const points = builtInPack.points[kind].map(({ id }) => id)
    expect(Object.keys(builtInPack.phrases[kind] ?? {}).sort()).toEqual(points.sort())
  }
})

test.each([
  ['a whole sentence', '把＿＿落到实处。'],
  ['one without a blank', '把整改落到实处'],
])('%s is refused', (_case, phrase) => {
  expect(phrasesSection.safeParse({ speech: { P1: [phrase] } }).success).toBe(false)
  expect(phrasesSection.safeParse({ speech: { P1: ['把＿＿落到实处'] } }).success).toBe(true)
})
