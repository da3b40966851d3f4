import type { Range } from '../../../text/sentences.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { isHan } from '../reading/text.ts'
import { perPack } from '../rule.ts'

/** A place's name as it stands in the text: 清禾岭镇. */
export interface PlaceName extends Range {
  name: string
  /** Whether the left end is certain: a mark, a line's beginning, or a word that never is part of a name. */
  bounded: boolean
}

const LONGEST_NAME = 4

/**
 * Names of places of one kind, by their last character. Chinese has no spaces, so the left end is guessed: what
 * precedes is cut behind the last word that never belongs to a name (pack: beforeNames), and ordinary words that end
 * alike (乡镇, 全县) are left out.
 */
export function findPlaceNames(context: RuleContext, suffix: string): PlaceName[] {
  let bySuffix = known.get(context)
  if (!bySuffix) {
    bySuffix = new Map()
    known.set(context, bySuffix)
  }
  const names = bySuffix.get(suffix) ?? readPlaceNames(context, suffix)
  bySuffix.set(suffix, names)
  return names
}

/** Two rules ask for the same names. */
const known = new WeakMap<RuleContext, Map<string, PlaceName[]>>()

const neighbours = perPack(({ leftover }) => ({
  before: new Set(leftover.beforeNames),
  never: new Set(leftover.notNames),
  ordinary: new Set(leftover.ordinaryPlaces),
  ordinaryLengths: [...new Set(leftover.ordinaryPlaces.map(({ length }) => length))],
}))
const LONGEST_BEFORE = 4

function readPlaceNames(context: RuleContext, suffix: string): PlaceName[] {
  const { text, pack } = context
  // 县委 and 县水利局 are offices of the own county; what stands before them is not its name.
  const offices = pack.leftover.notBehind.find((row) => row.suffix === suffix)?.words ?? []
  const { before, never, ordinary, ordinaryLengths } = neighbours(context)
  const names: PlaceName[] = []
  for (let at = text.indexOf(suffix); at >= 0; at = text.indexOf(suffix, at + 1)) {
    const end = at + suffix.length
    if (offices.some((office) => text.startsWith(office, end))) continue
    let start = at
    while (start > 0 && at - start < LONGEST_NAME + 2 && isHan(text.charAt(start - 1))) start--
    let bounded = at - start < LONGEST_NAME + 2
    const run = text.slice(start, at)
    if (ordinaryLengths.some((length) => length <= end - start && ordinary.has(text.slice(end - length, end)))) continue
    for (let from = run.length - 1; from >= 0; from--) {
      const length = [1, 2, 3, LONGEST_BEFORE].find(
        (size) => from + size <= run.length && before.has(run.slice(from, from + size)),
      )
      if (length === undefined) continue
      start += from + length
      bounded = true
      break
    }
    const length = at - start
    if (length < 2 || /[各每全本该某几个]/.test(text.slice(start, at))) continue
    if (never.has(text.charAt(at - 1))) continue
    if (length > 3) {
      if (bounded && length > LONGEST_NAME) bounded = false
      if (!bounded) start = at - 3
    }
    names.push({ start, end, name: text.slice(start, end), bounded })
  }
  return names
}

/** Whether two names differ by one character: put in, left out, or another one. */
export function differByOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let front = 0
  while (front < a.length && front < b.length && a.charAt(front) === b.charAt(front)) front++
  let back = 0
  const shortest = Math.min(a.length, b.length)
  while (back < shortest - front && a.charAt(a.length - 1 - back) === b.charAt(b.length - 1 - back)) back++
  return Math.max(a.length, b.length) - front - back <= 1
}

/** Whether every character of the short name stands in the long one in the same order: 住建局, 住房和城乡建设局. */
export function isShortFor(short: string, long: string): boolean {
  let at = -1
  for (const char of short) {
    at = long.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return true
}
