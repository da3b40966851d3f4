import type { Range } from '../text/sentences.ts'
import type { FactDefinition } from './facts.ts'

/** A place that somebody left open with X, ×, ＿ and the like, and the words around it that say what belongs there. */
export interface Blank extends Range {
  text: string
}

/** Blanks that mean the same: they become one fact together. */
export interface BlankGroup {
  /** Tells one group from another in a list. */
  id: string
  /** The fact it most likely is; null where the words around do not tell. */
  key: string | null
  blanks: Blank[]
}

const SIGN = '(?:[XＸ×✕╳]{1,8}|[＿_]{1,12}|[○〇]{2,6}|[*＊]{2,6})'
/** Not a Latin word (XML, X光) and no product (5×3). */
const BEFORE = '(?<![A-Za-z0-9）)])'
const AFTER = '(?![A-Za-z0-9光射线轴])'
const BLANK = new RegExp(`${BEFORE}${SIGN}${AFTER}`, 'g')
/** Characters behind a blank that tell it from others where no pattern does. */
const TELLING = 2

interface Meaning {
  key: string
  pattern: RegExp
}

/** A pattern of {@link FactDefinition.blanks}; `behind` stays in the text. */
const PATTERN = /^([^()]*)(?:\(([^()]+)\))?$/

function compile(pattern: string): RegExp {
  const [, own = '', behind = ''] = PATTERN.exec(pattern) ?? []
  const source = own.replaceAll('□', SIGN).replaceAll('·', `(?:\\d{0,4}${SIGN}|\\d{1,4})`)
  return new RegExp(`${BEFORE}${source}${behind && `(?=${behind})`}`, 'g')
}

function meanings(definitions: readonly FactDefinition[]): Meaning[] {
  return definitions
    .flatMap(({ key, blanks = [] }) => blanks.map((written) => ({ key, written })))
    .sort((one, other) => other.written.length - one.written.length)
    .map(({ key, written }) => ({ key, pattern: compile(written) }))
}

const hasBlank = (text: string): boolean => new RegExp(SIGN).test(text)

/**
 * The blanks of a text by what they mean. The longest pattern of the facts wins: 县委第×巡察组 is the group, and not a
 * county with something behind it. What no pattern knows is put together by the words that follow.
 */
export function findBlanks(text: string, definitions: readonly FactDefinition[]): BlankGroup[] {
  const taken: (Blank & { key: string | null })[] = []
  const isFree = ({ start, end }: Range) => taken.every((other) => end <= other.start || other.end <= start)
  for (const { key, pattern } of meanings(definitions)) {
    for (const match of text.matchAll(pattern)) {
      const blank = { start: match.index, end: match.index + match[0].length, text: match[0], key }
      if (hasBlank(blank.text) && isFree(blank)) taken.push(blank)
    }
  }
  for (const match of text.matchAll(BLANK)) {
    const blank = { start: match.index, end: match.index + match[0].length, text: match[0], key: null }
    if (isFree(blank)) taken.push(blank)
  }
  taken.sort((one, other) => one.start - other.start)
  const groups = new Map<string, BlankGroup>()
  for (const { key, ...blank } of taken) {
    const follows = /^\p{Script=Han}*/u.exec(text.slice(blank.end, blank.end + TELLING))?.[0] ?? ''
    const id = key ?? `□${follows}`
    const group = groups.get(id) ?? { id, key, blanks: [] }
    group.blanks.push(blank)
    groups.set(id, group)
  }
  return [...groups.values()]
}
