import { parseNumeral } from '../../text/numerals.ts'
import { splitSentences } from '../../text/sentences.ts'

/** A problem found in a 反馈意见, to be confirmed. */
export interface FoundProblem {
  category: string
  text: string
  /** The sentence or paragraph it was read from. */
  source: string
}

export interface FeedbackReading {
  problems: FoundProblem[]
  /** 4个方面13个问题, as the text itself says; null where it does not. */
  announced: { aspects: number | null; problems: number } | null
}

const PART = /^[一二三四五六七八九十]+、/
const GROUP = /^（[一二三四五六七八九十]+）|^\([一二三四五六七八九十]+\)/
const ITEM = /^\d{1,3}[.．、]|^（\d{1,3}）|^\(\d{1,3}\)/
const RUN_ITEM = /(?:第?[一二三四五六七八九十]+是|[①-⑳]|第[一二三四五六七八九十]+[，、])/
const RUN_ITEMS = new RegExp(RUN_ITEM, 'g')
const ANNOUNCED =
  /(?:([\d一二两三四五六七八九十]+)个方面[的、，]?(?:共)?)?([\d一二两三四五六七八九十百]+)[个条项](?:具体|突出|主要)?问题/
/** A part of the paper that lists no problems. */
const OTHER_PART = /意见建议|整改建议|整改意见|工作情况|主要成效|时限|要求|意见和建议/
const PROBLEM_PART = /问题|不足/

const NUMBERING = /^(?:（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,3}[.．、])/

/** The category of the office's framework that a heading means: the one that shares most pairs of characters. */
function matchCategory(heading: string, categories: readonly string[]): string {
  const plain = heading
    .replace(NUMBERING, '')
    .replace(/方面.*$|[。：；，].*$/s, '')
    .trim()
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)))
  const own = pairs(plain)
  const scored = categories
    .map((name) => {
      const theirs = pairs(name)
      const shared = [...own].filter((pair) => theirs.has(pair)).length
      return { name, score: shared / Math.max(1, Math.min(own.size, theirs.size)) }
    })
    .sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score >= 0.5 ? scored[0].name : plain
}

/** Problems that run on in one paragraph: 一是…。二是…。 */
function runningItems(paragraph: string): string[] {
  const starts = [...paragraph.matchAll(RUN_ITEMS)].filter(
    ({ index }) => index === 0 || /[。；：，、\s]/.test(paragraph.charAt(index - 1)),
  )
  return starts.map((match, at) =>
    paragraph
      .slice(match.index + match[0].length, starts[at + 1]?.index ?? paragraph.length)
      .replace(/[。；;\s]+$/, '')
      .replace(/^[、，,：:\s]+/, ''),
  )
}

/**
 * The problems of a 反馈意见: parts (一、), groups (（一）, the categories) and items (1. or 一是). Only what stands
 * in the part on problems is read; where there are no parts, everything numbered is.
 */
export function readFeedback(text: string, categories: readonly string[]): FeedbackReading {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const hasParts = lines.some((line) => PART.test(line) && PROBLEM_PART.test(line) && !OTHER_PART.test(line))
  const problems: FoundProblem[] = []
  let inProblems = !hasParts
  let category = ''
  const add = (found: string, source: string) => {
    const clean = found
      .replace(NUMBERING, '')
      .replace(/[。；;\s]+$/, '')
      .trim()
    if (clean.length >= 4) problems.push({ category, text: clean, source })
  }
  for (const line of lines) {
    if (PART.test(line)) {
      if (hasParts) inProblems = PROBLEM_PART.test(line) && !OTHER_PART.test(line)
      else category = matchCategory(line.replace(PART, ''), categories)
      continue
    }
    if (!inProblems) continue
    if (GROUP.test(line)) {
      const head = splitSentences(line)[0]
      const rest = head ? line.slice(head.end) : ''
      category = matchCategory(head ? line.slice(head.start, head.end) : line, categories)
      for (const item of runningItems(rest)) add(item, item)
    } else if (ITEM.test(line)) {
      // The head of an item says the problem; what follows are examples, kept as the source.
      add(splitSentences(line)[0] ? line.slice(0, splitSentences(line)[0]?.end) : line, line)
    } else for (const item of runningItems(line)) add(item, item)
  }
  const said = ANNOUNCED.exec(text)
  return {
    problems,
    announced: said
      ? { aspects: said[1] ? parseNumeral(said[1]) : null, problems: parseNumeral(said[2] ?? '') ?? 0 }
      : null,
  }
}
