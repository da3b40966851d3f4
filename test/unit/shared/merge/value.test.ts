import { describe, expect, test } from 'vitest'
import { mergeWords, wordsOf } from '../../../../shared/merge/merge-words.ts'
import { mergeValue, split } from '../../../../shared/merge/value.ts'

describe('a field', () => {
  test('takes what only one side changed, and keeps both texts where both did', () => {
    expect(mergeValue('原', '原', '改')).toBe('改')
    expect(mergeValue('原', '改', '改')).toBe('改')
    expect(mergeValue('原', '甲', '乙')).toEqual({ base: '原', variants: ['乙', '甲'] })
    expect(mergeValue(undefined, '甲', '乙')).toEqual({ base: null, variants: ['乙', '甲'] })
  })

  test('lets go of what one side has put away while the other wrote on', () => {
    const open = split('原', ['甲', '乙'])
    expect(mergeValue(open, '甲', split('原', ['甲', '乙二']))).toEqual({ base: '原', variants: ['乙二', '甲'] })
    expect(mergeValue(open, '甲', split('原', ['甲', '乙', '丙']))).toEqual(split('原', ['丙', '甲']))
    expect(mergeValue(open, '甲', open)).toBe('甲')
    expect(mergeValue(open, '甲', '乙')).toEqual(open)
  })

  test('keeps the text everybody started from, also when the common version is one of the texts', () => {
    expect(mergeValue('甲', split('原', ['甲', '丙']), split('原', ['甲', '乙']))).toEqual(
      split('原', ['甲', '乙', '丙']),
    )
  })
})

describe('words', () => {
  const merge = (base: string, ...variants: string[]) =>
    mergeWords(wordsOf(base), variants.map(wordsOf))?.join('') ?? null

  test('go together where one that nobody touched lies between', () => {
    expect(merge('整改问题，落实责任。', '整治问题，落实责任。', '整改问题，压实责任。')).toBe('整治问题，压实责任。')
    expect(merge('整改问题。', '整改问题。好。', '整改问题。好。')).toBe('整改问题。好。')
  })

  test('do not where they are the same, or touch', () => {
    expect(merge('整改问题。', '整治问题。', '查改问题。')).toBeNull()
    expect(merge('整改问题。', '整治问题。', '整改毛病。')).toBeNull()
    expect(merge('整改。', '整改。甲', '整改。乙')).toBeNull()
  })
})
