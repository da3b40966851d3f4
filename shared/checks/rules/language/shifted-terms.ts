import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const PARTICLES = '的了和是与及、，地得'
/** From this length on, a character may be missing; shorter ones would be other words. */
const LONG = 5

/** The ways a term comes out when a key is missed, struck twice or too early. */
function shiftedForms(term: string): string[] {
  const forms = new Set<string>()
  for (let at = 0; at < term.length; at++) {
    const [before, char, behind] = [term.slice(0, at), term.charAt(at), term.slice(at + 1)]
    // Without its first or last character a term may be another one: 巡察办, 民主生活.
    if (term.length >= LONG && at > 0 && behind !== '') forms.add(before + behind)
    if (behind !== '') forms.add(before + behind.charAt(0) + char + behind.slice(1))
    // At the ends another word may begin or stop with the character: 全县县委书记.
    if (!PARTICLES.includes(char) && at > 0 && behind !== '') forms.add(before + char + char + behind)
  }
  forms.delete(term)
  return [...forms]
}

/** Right texts that a shifted form may be part of. */
const known = perPack(({ language, setPhrases }) => [
  ...language.fixedTerms,
  ...language.notShifted,
  ...setPhrases.flatMap(({ phrase, also }) => [phrase, ...also]),
])

const forms = wordList(({ language, setPhrases }) => {
  const terms = [
    ...language.fixedTerms,
    ...setPhrases.map(({ phrase }) => phrase).filter((phrase) => phrase.length >= LONG),
  ]
  const right = new Set(
    setPhrases.flatMap(({ phrase, also }) => [phrase, ...also]).concat(language.fixedTerms, language.notShifted),
  )
  return terms.flatMap((term) =>
    shiftedForms(term)
      .filter((form) => !right.has(form) && /^[\u4e00-\u9fff]+$/.test(form))
      .map((form) => [form, term] as const),
  )
})

/** 全面从治党, 基层党织, 政站治位: a term with a character missing, doubled or in the wrong place. */
export const shiftedTerm: Rule = {
  id: 'language/shifted-term',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '固定说法的通行写法',
  find(context) {
    const { text } = context
    const right = known(context)
    const hits = forms(context).filter(({ start, end }) => {
      // The characters may belong to another term around them: 全面从严治党 holds 面从严治党.
      return !right.some((term) => {
        for (
          let at = text.indexOf(term, Math.max(0, start - term.length));
          at >= 0 && at < end;
          at = text.indexOf(term, at + 1)
        ) {
          if (at + term.length > start) return true
        }
        return false
      })
    })
    const longest = [...hits].sort((a, b) => b.word.length - a.word.length)
    const kept = longest.filter(
      (hit, index) => !longest.slice(0, index).some(({ start, end }) => start < hit.end && hit.start < end),
    )
    return withoutOverlaps(kept.sort((a, b) => a.start - b.start)).map(
      ({ start, end, word, value }): Fault => ({
        start,
        end,
        message: `“${word}”疑为“${value}”之误。`,
        suggestion: value,
      }),
    )
  },
}
