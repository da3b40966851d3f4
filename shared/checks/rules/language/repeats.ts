import { isHan, isHanCode, markTest } from '../reading/text.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const base = { family: 'language', sourceLevel: 'practice', source: '文字校对' } as const

/** 一步一步, 一户一户, 二三二三: what is counted may stand twice; other words that may are in the pack. */
const COUNTED = /^[一二三四五六七八九十百千万零两几]/
const ENDS_IN_NUMBER = /[一二三四五六七八九十]$/
const LONGEST_WORD = 8
const reduplications = perPack(({ language }) => new Set(language.reduplications))
const PARTICLES = '的了和是在对把将及与为于从向被让要就都也各但'
/** Characters that form a word with the first of two equal particles: 目的的, 存在在, 面对对手, 即将将. */
const FORMS_WORD =
  /目的的|有的的|的的确|存在在|现在在|实在在|正在在|旨在在|所在在|面对对|针对对|绝对对|反对对|校对对|结对对|作为为|成为为|认为为|行为为|因为为|以为为|即将将|参与与|赋予与|以及及|涉及及|普及及|是是非|于是是|还是是|就是是|都是是|和和|一了了|为了了|除了了|不了了|到了了|对于于|关于于|由于于|属于于|终于于|自从从|服从从|方向向|导向向|面向向|一把把|受让让|被被/

/** Where each character stood last, counted from the beginning of the first text: made once, since it is large. */
const lastPlaces = new Int32Array(0x10000)
let placesBefore = 1
const MOST_PLACES = 0x4000_0000

/** The number that place 0 of the next text gets in `lastPlaces`; what is below it belongs to earlier texts. */
function firstPlace(length: number): number {
  if (placesBefore > MOST_PLACES) {
    lastPlaces.fill(0)
    placesBefore = 1
  }
  const first = placesBefore
  placesBefore += length
  return first
}

/** A word or a particle that stands twice. */
export const repeatedWord: Rule = {
  ...base,
  id: 'language/repeated-word',
  severity: 'error',
  find(context) {
    const { text } = context
    const allowed = reduplications(context)
    const faults: Fault[] = []
    // A word that stands twice begins where its first character stood last.
    const first = firstPlace(text.length)
    let free = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const start = (lastPlaces[code] ?? 0) - first
      lastPlaces[code] = first + at
      const size = at - start
      if (start < free || size > LONGEST_WORD || !isHanCode(code)) continue
      const word = text.slice(start, at)
      if (!text.startsWith(word, at)) continue
      if (size === 1) {
        if (!PARTICLES.includes(word) || FORMS_WORD.test(text.slice(Math.max(0, start - 1), start + 3))) continue
      } else if (![...word].every(isHan) || COUNTED.test(word)) continue
      else if (size === 2 && (ENDS_IN_NUMBER.test(word) || allowed.has(word))) continue
      // 传着传着, 说着说着.
      if (word.endsWith('着')) continue
      // 该约谈约谈: what ought to be done and is.
      if (/[该当需]$|应该$|应当$/.test(text.slice(Math.max(0, start - 2), start))) continue
      free = at + size
      faults.push({ start, end: free, message: `“${word}”重复了。`, suggestion: word })
    }
    return faults
  },
}

const SHORTEST_CLAUSE = 4
const SHORTEST_SENTENCE = 12
const isClauseMark = markTest('，、；。！？：\n')

/** A clause that stands twice in a row. */
export const repeatedClause: Rule = {
  ...base,
  id: 'language/repeated-clause',
  severity: 'error',
  find({ text }) {
    const faults: Fault[] = []
    let [from, previousFrom, previousLength] = [0, 0, 0]
    for (let index = 0; index <= text.length; index++) {
      if (index < text.length && !isClauseMark(text.charCodeAt(index))) continue
      const length = index - from
      const clause = length >= SHORTEST_CLAUSE && length === previousLength ? text.slice(from, index) : ''
      if (clause !== '' && text.startsWith(clause, previousFrom)) {
        faults.push({ start: from, end: index, message: `“${clause}”前后重复。` })
      }
      ;[previousFrom, previousLength] = text.charAt(index) === '\n' ? [0, 0] : [from, length]
      from = index + 1
    }
    return faults
  },
}

/** A whole sentence that stands twice in the paper. */
export const repeatedSentence: Rule = {
  ...base,
  id: 'language/repeated-sentence',
  severity: 'warning',
  wholePaper: true,
  find({ sentences, quote }) {
    const faults: Fault[] = []
    const seen = new Map<string, { start: number; end: number }>()
    for (const sentence of sentences) {
      if (sentence.text.length < SHORTEST_SENTENCE || !'。！？”'.includes(sentence.text.slice(-1))) continue
      const first = seen.get(sentence.text)
      if (!first) seen.set(sentence.text, sentence)
      else {
        const message = '这一句和前面某处一字不差，像是粘贴了两遍。'
        faults.push({ start: sentence.start, end: sentence.end, message, related: [quote(first)] })
      }
    }
    return faults
  },
}

const isListCut = markTest('，。；：！？\n“”（）')

/** The same item twice in one list: 动真碰硬、真刀真枪、动真碰硬. */
export const repeatedItem: Rule = {
  ...base,
  id: 'language/repeated-item',
  severity: 'warning',
  find({ text }) {
    const faults: Fault[] = []
    let listEnd = 0
    for (let mark = text.indexOf('、'); mark >= 0; mark = text.indexOf('、', listEnd)) {
      let at = mark
      while (at > listEnd && !isListCut(text.charCodeAt(at - 1))) at--
      listEnd = mark
      while (listEnd < text.length && !isListCut(text.charCodeAt(listEnd))) listEnd++
      const items = text.slice(at, listEnd).split('、')
      items.forEach((item, index) => {
        const first = items.findIndex((other) => other === item || (index > 0 && other.endsWith(item)))
        // The neighbour is told by the rule of repeated clauses.
        if (item.length >= SHORTEST_CLAUSE && first < index - 1 && first >= 0) {
          faults.push({ start: at, end: at + item.length, message: `“${item}”在并列的几项里出现了两次。` })
        }
        at += item.length + 1
      })
    }
    return faults
  },
}
