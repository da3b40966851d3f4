import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PatternSet } from '../../../../../shared/checks/patterns/pattern-set.ts'
import { requiredWords } from '../../../../../shared/checks/patterns/required-words.ts'

const plain = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match])

const patterns = [
  /整改(方案|台账)?/g,
  /([一二三]{1,3}|\d{1,2})个(?:行政)?(村|镇)/g,
  /(?<=第)[一二]轮(?=巡察)/g,
  /(?<![一二])三轮(?!巡)/g,
  /以[^，。]{2,6}的(?:契机|抓手)(?=[，。])/g,
  /(不要|不得)[^，。]{1,4}，\1/g,
  /“[^”]*”/g,
  /[，。]+/g,
  /(?:村|镇)?/g,
  /方案|\d+个/g,
  /(?:整改){2,}/g,
  /[^，。]整改[\u4e00-\u9fff]/g,
  /镇村?，以/g,
  /([，。“”])\1+|整改{2,}/g,
  /(?:(一)|二)\1，村/g,
  /(?:(一)?二\1)+个/g,
  /\d+个(?=第)|[一二三]+轮巡察/g,
  /(?:村|镇)+以/g,
]
const words = ['整改', '方案', '台账', '一', '二', '三', '12', '个', '行政', '村', '镇', '第', '轮', '巡察', '以']
const marks = ['的', '契机', '抓手', '不要', '不得', '，', '。', '“', '”', '\n', ' ']
const text = fc.array(fc.constantFrom(...words, ...marks), { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('a pattern set', () => {
  it('finds what matchAll finds', () => {
    const set = new PatternSet()
    fc.assert(
      fc.property(text, (own) => {
        const matches = set.read(own)
        for (const pattern of patterns) expect(plain(matches(pattern))).toEqual(plain(own.matchAll(pattern)))
      }),
      { numRuns: 400 },
    )
  })

  it('finds all at once what it finds one by one', () => {
    const set = new PatternSet()
    const numbers = patterns.map((pattern) => set.numberOf(pattern))
    fc.assert(
      fc.property(text, (own) => {
        const all = set.readAll(own)
        patterns.forEach((pattern, index) => {
          expect(plain(all[numbers[index] ?? -1] ?? [])).toEqual(plain(own.matchAll(pattern)))
        })
      }),
    )
  })

  it('takes equal expressions for one', () => {
    const set = new PatternSet()
    expect(set.numberOf(/甲/g)).toBe(set.numberOf(/甲/g))
    expect(set.numberOf(/甲/g)).not.toBe(set.numberOf(/乙/g))
  })
})

describe('required words', () => {
  it.each<[RegExp, string[], number, number]>([
    [/整改方案/g, ['整改方案'], 0, 0],
    [/第\d{1,3}轮巡察/g, ['轮巡察'], 2, 4],
    [/(?:甲方|乙方)不?到(?=场)/g, ['乙方不到场', '乙方到场', '甲方不到场', '甲方到场'], 0, 0],
    [/[^，]{2,4}(?:如下|以下)/g, ['以下', '如下'], 2, 4],
    [/今天(?:是|，)?/g, ['今天'], 0, 0],
    [/\u6574\u6539/g, ['整改'], 0, 0],
    [/(甲|乙)\1丙?/g, ['甲乙', '甲甲', '乙乙', '乙甲'].sort(), 0, 0],
    [/[，、](?=等[^待])/g, ['、等', '，等'], 0, 0],
    [/.*甲乙/g, ['甲乙'], 0, Number.POSITIVE_INFINITY],
    [/\d+分之/g, ['分之'], 1, Number.POSITIVE_INFINITY],
  ])('of %s', (pattern, expected, least, most) => {
    expect(requiredWords(pattern)).toEqual({ words: expected, least, most })
  })

  it.each([/要/g, /[\u4e00-\u9fff]{9}/g, /甲乙|.丙/g, /(?:甲乙)?/g, /(.)\1/g, /(?:(甲)|乙)\1/g, /甲乙丙/gi])(
    'are none for %s',
    (pattern) => {
      expect(requiredWords(pattern)).toBeNull()
    },
  )
})
