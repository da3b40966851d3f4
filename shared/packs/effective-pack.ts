import { PAPER_KINDS } from '../model/kinds.ts'
import type { PackOverrides } from '../model/pack-overrides.ts'
import type { Pack } from './pack.ts'
import { readPatterns, UnreadablePattern } from './pattern.ts'

/**
 * The pack an office works with: the imported one, else the shipped one, with the office's own changes over it. Facts
 * that an older imported pack does not know are taken from the shipped one, for the program relies on them.
 */
export function effectivePack(shipped: Pack, imported: Pack | null, overrides: PackOverrides): Pack {
  const base = imported ? withFactsOf(imported, shipped) : shipped
  const { points, words, terms } = overrides
  if (Object.keys(points).length === 0 && words.length === 0 && terms.length === 0) return base
  return {
    ...base,
    points: changedPoints(base.points, points),
    words: changedWords(base.words, words),
    terms: {
      ...base.terms,
      twoForms: [
        ...base.terms.twoForms,
        ...terms.map(({ forms }) => ({ forms, severity: 'warning' as const, note: '' })),
      ],
    },
  }
}

function withFactsOf(imported: Pack, shipped: Pack): Pack {
  const known = new Set(imported.facts.map(({ key }) => key))
  const missing = shipped.facts.filter(({ key }) => !known.has(key))
  return missing.length === 0 ? imported : { ...imported, facts: [...imported.facts, ...missing] }
}

function changedPoints(points: Pack['points'], changes: PackOverrides['points']): Pack['points'] {
  const changed = { ...points }
  for (const kind of PAPER_KINDS) {
    changed[kind] = points[kind].map((point) => {
      const change = changes[kind]?.[point.id]
      if (!change) return point
      return { ...point, level: change.level ?? point.level, cover: [...point.cover, ...change.words] }
    })
  }
  return changed
}

/** The office's word comes before what the pack says of the same form. */
function changedWords(words: Pack['words'], own: PackOverrides['words']): Pack['words'] {
  const taken = new Set(own.map(({ wrong }) => wrong))
  const rest = words.flatMap((row) => {
    const wrong = row.wrong.filter((form) => !taken.has(form))
    return wrong.length > 0 ? [{ ...row, wrong }] : []
  })
  const none = {
    unlessAfter: [],
    unlessBefore: [],
    onlyAfter: [],
    onlyBefore: [],
    unless: [],
    only: [],
    wrongParts: [],
  }
  const added = own.map(({ wrong, right }) => ({
    ...none,
    wrong: [wrong],
    right,
    exact: true,
    note: '本单位的用词',
    severity: 'warning' as const,
  }))
  return [...added, ...rest]
}

/** What is wrong with an office's changes, as a sentence for the user; null when they can be used. */
export function overridesProblem({ points, words, terms }: PackOverrides): string | null {
  for (const changes of Object.values(points)) {
    for (const phrase of Object.values(changes).flatMap((change) => change.words)) {
      const problem = phraseProblem(phrase)
      if (problem) return problem
    }
  }
  const same = words.find(({ wrong, right }) => wrong === right)
  if (same) return `“${same.wrong}”的错误写法和正确写法一样。`
  const twice = words.find(({ wrong }, index) => words.findIndex((other) => other.wrong === wrong) !== index)
  if (twice) return `“${twice.wrong}”写了两次。`
  const repeated = terms.find(({ forms }) => new Set(forms).size < forms.length)
  if (repeated) return `“${repeated.forms.join('、')}”里有重复的。`
  return null
}

/** What is wrong with one way to put a point; null when it can be used. */
export function phraseProblem(phrase: string): string | null {
  try {
    const patterns = readPatterns(phrase)
    const short = patterns.some(
      ({ sequences }) => sequences.flat().length < 2 && hasShortWord(sequences.flat()[0]?.words),
    )
    return short ? `“${phrase}”里有只有一个字的词，到处都会碰上；请写长一些。` : null
  } catch (error) {
    if (error instanceof UnreadablePattern) return error.message
    throw error
  }
}

const hasShortWord = (words: readonly string[] = []): boolean => words.some((word) => word.length < 2)
