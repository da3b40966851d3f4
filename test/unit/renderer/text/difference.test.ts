import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../../renderer/text/base64.ts'
import { changeSize, difference } from '../../../../renderer/text/difference.ts'

it('shows a changed word between what stayed', () => {
  expect(difference('整改要抓紧。', '整改要抓实。').map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ])
})

it('gives both texts back', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (older, newer) => {
      const parts = difference(older, newer)
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text)
      expect(without('added').join('')).toBe(older)
      expect(without('removed').join('')).toBe(newer)
    }),
  )
})

it('counts characters without spaces', () => {
  expect(changeSize(difference('甲 乙', '甲 乙 丙丁'))).toEqual({ added: 2, removed: 0 })
})

it('takes bytes there and back, also many', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})
