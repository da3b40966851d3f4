import { isHan } from '../reading/text.ts'
import { wordList } from '../reading/word-list.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

interface Phrase {
  phrase: string
  also: readonly string[]
}

/**
 * A phrase with one wrong character still has its first pair or its last pair right (a long one may have two wrong
 * ones), so looking for those pairs finds every candidate in one pass.
 */
const rightForms = perPack(({ setPhrases }) => new Set(setPhrases.flatMap(({ phrase, also }) => [phrase, ...also])))
const beginnings = wordList(({ setPhrases }) => setPhrases.map((row) => [row.phrase.slice(0, 2), row] as const))
const endings = wordList(({ setPhrases }) => setPhrases.map((row) => [row.phrase.slice(-2), row] as const))

/** At the odd place one of these shows that the characters belong to other words: …要求真抓实…. */
const PARTICLES = '的了和与是在把将就也都及而不要之等着得有为'
/** From this length on, two characters may be wrong. */
const LONG = 8

/** Places where two texts of one length differ; null when there are too many of them, or marks differ. */
function difference(written: string, phrase: string): number[] | null {
  const allowed = phrase.length >= LONG ? 2 : 1
  const places: number[] = []
  for (let index = 0; index < phrase.length; index++) {
    if (written.charAt(index) === phrase.charAt(index)) continue
    if (places.length === allowed || !isHan(written.charAt(index)) || !isHan(phrase.charAt(index))) return null
    places.push(index)
  }
  return places
}

/** A set phrase with a wrong character. */
export const mangledPhrase: Rule = {
  id: 'language/mangled-phrase',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '固定说法的通行写法',
  find(context) {
    const { text } = context
    const right = rightForms(context)
    const found = new Map<number, Fault & { size: number }>()
    const look = (start: number, { phrase, also }: Phrase) => {
      const written = text.slice(start, start + phrase.length)
      if (start < 0 || written.length < phrase.length) return
      const places = difference(written, phrase)
      if (!places || places.length === 0 || right.has(written)) return
      // One of two shared pairs in four characters is thin: then both the other characters must hold.
      if (phrase.length === 4 && places.length > 1) return
      // 根本不动摇 for 毫不动摇: the phrase's second word joins what stands before.
      if (places[0] === 0 && phrase.charAt(1) === '不') return
      // 针针见血, 句句在理: said with the first word doubled.
      if (phrase.length === 4 && written.charAt(0) === written.charAt(1)) return
      if (
        also.some(
          (other) =>
            text.startsWith(other, start) ||
            (other.length > phrase.length && text.slice(start - 2, start + other.length).includes(other)),
        )
      )
        return
      if (places.some((place) => PARTICLES.includes(written.charAt(place)))) return
      const known = found.get(start)
      if (known && known.size >= phrase.length) return
      found.set(start, {
        start,
        end: start + phrase.length,
        size: phrase.length,
        message: `“${written}”疑为“${phrase}”之误。`,
        ...(known ? {} : { suggestion: phrase }),
      })
    }
    for (const { start, value } of beginnings(context)) look(start, value)
    for (const { end, value } of endings(context)) look(end - value.phrase.length, value)
    const longest = [...found.values()].sort((a, b) => b.size - a.size || a.start - b.start)
    return longest
      .filter(
        (fault, index) => !longest.slice(0, index).some(({ start, end }) => start <= fault.start && fault.end <= end),
      )
      .map(({ size: _, ...fault }) => fault)
  },
}

const halves = wordList(({ language }) => language.fixedPairs)

/** The second half of a fixed expression mixed up: 重要案件亲自过问. */
export const mixedPairs: Rule = {
  id: 'language/mixed-pairs',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '固定说法的通行写法',
  find(context) {
    const { text } = context
    return halves(context).flatMap(({ start, end, word, value: second }) => {
      const written = text.slice(end, end + second.length)
      if (written === second || !/^[\u4e00-\u9fff]+$/.test(written)) return []
      const message = `“${word}”后面是“${second}”，不是“${written}”。`
      return [{ start, end: end + second.length, message, suggestion: word + second }]
    })
  },
}

const openings = wordList(({ language }) => language.quotations.map((row) => [row.opening, row.whole] as const))

/** A well-known saying that goes on otherwise than it does. */
export const misquoted: Rule = {
  id: 'language/misquoted',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '引语原文',
  find(context) {
    const { text } = context
    return openings(context).flatMap(({ start, value: whole }) => {
      if (whole.some((words) => text.startsWith(words, start))) return []
      const longest = Math.max(...whole.map((words) => words.length))
      const end = start + (/^[^。；！？”’\n]*/.exec(text.slice(start, start + longest))?.[0].length ?? 0)
      return [{ start, end, message: `这句话的原文是“${whole[0]}”，引用要一字不差。` }]
    })
  },
}
