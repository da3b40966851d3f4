import { diffArrays } from 'diff'
import { plainParagraph } from './merge-paragraphs.ts'
import { shortHash } from './short-hash.ts'

export interface KnownParagraph {
  id: string
  /** The text it showed. */
  text: string
}

/** Two paragraphs that share this much of their pairs of characters are one that was rewritten. */
const ALIKE = 0.35

/**
 * Which paragraph of a list is which of an earlier one: the same, rewritten, moved, or new.
 * @param taken names that new paragraphs must not get
 * @returns a name for each of `now`
 */
export function alignParagraphs(
  before: readonly KnownParagraph[],
  now: readonly string[],
  taken: ReadonlySet<string>,
): string[] {
  const names: (string | null)[] = now.map(() => null)
  const gone: KnownParagraph[] = []
  let [atOld, atNew] = [0, 0]
  let [hunkOld, hunkNew] = [0, 0]
  const settle = () => {
    const left = before.slice(hunkOld, atOld)
    let next = 0
    for (let index = hunkNew; index < atNew; index++) {
      const match = left.findIndex((old, at) => at >= next && likeness(old.text, now[index] ?? '') >= ALIKE)
      if (match < 0) continue
      names[index] = left[match]?.id ?? null
      gone.push(...left.slice(next, match))
      next = match + 1
    }
    gone.push(...left.slice(next))
  }
  for (const { added, removed, value } of diffArrays(
    before.map(({ text }) => text),
    [...now],
  )) {
    if (removed) atOld += value.length
    else if (added) atNew += value.length
    else {
      settle()
      for (let index = 0; index < value.length; index++) names[atNew + index] = before[atOld + index]?.id ?? null
      atOld += value.length
      atNew += value.length
      ;[hunkOld, hunkNew] = [atOld, atNew]
    }
  }
  settle()
  findMoved(names, now, gone)
  return nameNew(names, now, new Set([...taken, ...before.map(({ id }) => id)]))
}

function findMoved(names: (string | null)[], now: readonly string[], gone: readonly KnownParagraph[]): void {
  const byText = Map.groupBy(
    gone.filter(({ text }) => plainParagraph(text).trim() !== ''),
    ({ text }) => text,
  )
  now.forEach((text, index) => {
    if (names[index] === null) names[index] = byText.get(text)?.shift()?.id ?? null
  })
}

/** The same new paragraph at the same place gets the same name on every machine. */
function nameNew(names: readonly (string | null)[], now: readonly string[], taken: Set<string>): string[] {
  let last = ''
  return names.map((known, index) => {
    let name = known
    for (let attempt = 0; name === null; attempt++) {
      const made = shortHash(`${last}\n${attempt}\n${now[index]}`)
      if (!taken.has(made)) name = made
    }
    taken.add(name)
    last = name
    return name
  })
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let index = 0; index + 1 < text.length; index++) found.add(text.slice(index, index + 2))
  return found
}

/** Share of the pairs of characters that stand in both, 0 to 1. */
function likeness(a: string, b: string): number {
  const [textA, textB] = [plainParagraph(a), plainParagraph(b)]
  if (textA === textB) return 1
  const [of, others] = [pairs(textA), pairs(textB)]
  let shared = 0
  for (const pair of of) if (others.has(pair)) shared += 1
  return of.size + others.size === 0 ? 0 : (2 * shared) / (of.size + others.size)
}
