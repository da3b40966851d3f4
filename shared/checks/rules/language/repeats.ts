import { isHan } from '../reading/text.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const base = { family: 'language', sourceLevel: 'practice', source: '文字校对' } as const

/** Numerals and 一 make 一步一步, 一户一户; 很多很多 and the like are in the pack. */
const NOT_REPEATED = /^[一二三四五六七八九十百千万零两几]|[一二三四五六七八九十]$/
const reduplications = perPack(({ language }) => new Set(language.reduplications))
const PARTICLES = '的了和是在对把将及与为于从向被让'
/** Characters that form a word with the first of two equal particles: 目的的, 存在在, 面对对手, 即将将. */
const FORMS_WORD =
  /目的的|有的的|的的确|存在在|现在在|实在在|正在在|旨在在|所在在|面对对|针对对|绝对对|反对对|校对对|结对对|作为为|成为为|认为为|行为为|因为为|以为为|即将将|参与与|赋予与|以及及|涉及及|普及及|是是非|于是是|还是是|就是是|都是是|和和|一了了|为了了|除了了|不了了|到了了|对于于|关于于|由于于|属于于|终于于|自从从|服从从|方向向|导向向|面向向|一把把|受让让|被被/

/** A word or a particle that stands twice. */
export const repeatedWord: Rule = {
  ...base,
  id: 'language/repeated-word',
  severity: 'error',
  find(context) {
    const { text } = context
    const allowed = reduplications(context)
    const faults: Fault[] = []
    for (let start = 0; start < text.length - 1; start++) {
      const char = text.charAt(start)
      if (!isHan(char)) continue
      if (char === text.charAt(start + 1) && PARTICLES.includes(char)) {
        if (!FORMS_WORD.test(text.slice(start - 1, start + 3))) {
          faults.push({ start, end: start + 2, message: `“${char}”重复了。`, suggestion: char })
        }
        continue
      }
      for (let size = 2; size <= 8; size++) {
        if (char !== text.charAt(start + size) || text.charAt(start + 1) !== text.charAt(start + size + 1)) continue
        const word = text.slice(start, start + size)
        if (!text.startsWith(word, start + size) || ![...word].every(isHan)) continue
        if (size === 2 && (word.charAt(0) === word.charAt(1) || NOT_REPEATED.test(word) || allowed.has(word))) continue
        if (/^[一二三四五六七八九十两几]/.test(word)) continue
        faults.push({ start, end: start + 2 * size, message: `“${word}”重复了。`, suggestion: word })
        start += 2 * size - 1
        break
      }
    }
    return faults
  },
}

const SHORTEST_CLAUSE = 4
const SHORTEST_SENTENCE = 12

/** A clause that stands twice in a row, or a whole sentence that stands twice in the paper. */
export const repeatedClause: Rule = {
  ...base,
  id: 'language/repeated-clause',
  severity: 'error',
  find({ paragraphs, sentences, quote }) {
    const faults: Fault[] = []
    for (const { text, start } of paragraphs) {
      let previous = ''
      let from = 0
      for (let index = 0; index <= text.length; index++) {
        if (index < text.length && !'，、；。！？：'.includes(text.charAt(index))) continue
        const clause = text.slice(from, index).trim()
        if (clause.length >= SHORTEST_CLAUSE && clause === previous) {
          faults.push({ start: start + from, end: start + index, message: `“${clause}”前后重复。` })
        }
        previous = clause
        from = index + 1
      }
    }
    const seen = new Map<string, { start: number; end: number }>()
    for (const sentence of sentences) {
      const own = sentence.text.trim()
      if (own.length < SHORTEST_SENTENCE || !/[。！？]/.test(own)) continue
      const first = seen.get(own)
      if (!first) seen.set(own, sentence)
      else if (!faults.some(({ start }) => start >= sentence.start && start < sentence.end)) {
        const message = '这一句和前面某处一字不差，像是粘贴了两遍。'
        faults.push({ start: sentence.start, end: sentence.end, message, severity: 'warning', related: [quote(first)] })
      }
    }
    return faults
  },
}
