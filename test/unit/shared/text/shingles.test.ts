import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprints, lettersOf } from '../../../../shared/text/shingles.ts'

const hanzi = (length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...'整改问题清单责任落实巡察反馈意见群众'), ...length })

test('two texts that share 20 characters share a fingerprint', () => {
  const around = hanzi({ minLength: 0, maxLength: 40 })
  fc.assert(
    fc.property(hanzi({ minLength: 20, maxLength: 60 }), around, around, around, around, (run, a, b, c, d) => {
      const of = (text: string) => new Set(fingerprints(text).map(({ hash }) => hash))
      const [one, other] = [of(a + run + b), of(c + run + d)]
      expect([...one].some((hash) => other.has(hash))).toBe(true)
    }),
  )
})

test('letters know where they stood', () => {
  const text = '一、ＡＢ 整改。'
  const { letters, at } = lettersOf(text)
  expect(letters).toBe('一ab整改')
  expect(at.map((place) => text[place]).join('')).toBe('一ＡＢ整改')
})

test('fewer than one in three shingles is kept', () => {
  const text = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 3000))).join(
    '',
  )
  expect(fingerprints(text).length).toBeLessThan(5000 / 3)
})
