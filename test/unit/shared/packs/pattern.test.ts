import { describe, expect, test } from 'vitest'
import { readPatterns, UnreadablePattern } from '../../../../shared/packs/pattern.ts'

const groups = { 党组织: ['党委', '党组'], 全称: ['镇〔党组织〕'], 绕: ['〔绕〕'] }

describe('readPatterns', () => {
  test('gathers single words into one pattern', () => {
    expect(readPatterns('照单全收／认账/认领')).toEqual([
      { sequences: [[{ words: ['照单全收', '认账', '认领'], gap: 0 }]] },
    ])
  })

  test('reads gaps: ten characters, a figure, or the rest of the sentence', () => {
    const gaps = readPatterns('甲…乙…3…丙……丁')[0]?.sequences[0]?.map(({ gap }) => gap)
    expect(gaps?.slice(1)).toEqual([10, 3, Number.POSITIVE_INFINITY])
  })

  test('takes a stroke outside brackets as another way to put it', () => {
    const patterns = readPatterns('主体责任／（扛起／扛牢）…责任')
    expect(patterns.map(({ sequences }) => sequences[0]?.map(({ words }) => words))).toEqual([
      [['主体责任']],
      [['扛起', '扛牢'], ['责任']],
    ])
  })

  test('multiplies out groups and choices inside a word', () => {
    expect(readPatterns('〔全称〕要（扛起/担起）责任', groups)[0]?.sequences[0]?.[0]?.words).toEqual([
      '镇党委要扛起责任',
      '镇党委要担起责任',
      '镇党组要扛起责任',
      '镇党组要担起责任',
    ])
  })

  test('reads words in any order', () => {
    expect(readPatterns('整改＋同…结合')[0]?.sequences.map((sequence) => sequence.length)).toEqual([1, 2])
  })

  test.each([
    ['〔没有的〕责任', '没有定义'],
    ['〔绕〕', '绕回了自己'],
    ['（甲／乙…丙', '括号'],
    ['甲……', '空着的词'],
    ['甲//乙', '空着的词'],
    ['前〔日期〕', '单独成词'],
    ['〔日期〕前', '单独成词'],
  ])('refuses %s', (text, message) => {
    expect(() => readPatterns(text, groups)).toThrow(UnreadablePattern)
    expect(() => readPatterns(text, groups)).toThrow(message)
  })
})
