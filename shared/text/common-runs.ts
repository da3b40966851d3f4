import { lettersOf, SHINGLE } from './shingles.ts'

/** The same words in two texts. Offsets are UTF-16 in the text they belong to, end exclusive. */
export interface CommonRun {
  start: number
  end: number
  otherStart: number
  otherEnd: number
}

/**
 * The runs of letters and figures that two texts have in common, marks and spaces aside, in the order of the first
 * text and without overlaps there.
 * @param least letters; not fewer than SHINGLE
 */
export function commonRuns(text: string, other: string, least: number): CommonRun[] {
  const [mine, theirs] = [lettersOf(text), lettersOf(other)]
  const places = new Map<string, number[]>()
  for (let at = 0; at + SHINGLE <= theirs.letters.length; at++) {
    const shingle = theirs.letters.slice(at, at + SHINGLE)
    const known = places.get(shingle)
    if (known) known.push(at)
    else places.set(shingle, [at])
  }
  const runs: CommonRun[] = []
  for (let at = 0; at + SHINGLE <= mine.letters.length; ) {
    let [place, length] = [0, 0]
    for (const candidate of places.get(mine.letters.slice(at, at + SHINGLE)) ?? []) {
      let reach = SHINGLE
      while (at + reach < mine.letters.length && mine.letters[at + reach] === theirs.letters[candidate + reach]) reach++
      if (reach > length) [place, length] = [candidate, reach]
    }
    if (length >= least) {
      runs.push({
        start: mine.at[at] ?? 0,
        end: (mine.at[at + length - 1] ?? 0) + 1,
        otherStart: theirs.at[place] ?? 0,
        otherEnd: (theirs.at[place + length - 1] ?? 0) + 1,
      })
      at += length
    } else at += 1
  }
  return runs
}

/** A line of one text beside a line of another, with what they have in common marked in both. */
export interface LinePair {
  text: string
  /** Where the line begins in the text. */
  start: number
  marks: { start: number; end: number }[]
  other: string
  otherMarks: { start: number; end: number }[]
}

/** Runs as the lines they stand in, side by side; a run that reaches over several lines is shown by its longest one. */
export function linePairs(text: string, other: string, runs: readonly CommonRun[]): LinePair[] {
  const [mine, theirs] = [linesOf(text), linesOf(other)]
  const pairs = new Map<string, LinePair>()
  for (const run of runs) {
    const left = longestIn(mine, run.start, run.end)
    const right = longestIn(theirs, run.otherStart, run.otherEnd)
    if (!left || !right) continue
    const key = `${left.line.start} ${right.line.start}`
    const pair = pairs.get(key) ?? {
      ...{ text: left.line.text, start: left.line.start, marks: [] },
      ...{ other: right.line.text, otherMarks: [] },
    }
    pair.marks.push(left.mark)
    pair.otherMarks.push(right.mark)
    pairs.set(key, pair)
  }
  const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start
  return [...pairs.values()]
    .sort(byStart)
    .map((pair) => ({ ...pair, otherMarks: withoutOverlaps(pair.otherMarks.sort(byStart)) }))
}

interface Line {
  start: number
  text: string
}

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const at = start
    start += line.length + 1
    return { start: at, text: line }
  })
}

function longestIn(lines: readonly Line[], start: number, end: number) {
  let best: { line: Line; mark: { start: number; end: number } } | null = null
  for (const line of lines) {
    const mark = { start: Math.max(0, start - line.start), end: Math.min(line.text.length, end - line.start) }
    if (mark.end - mark.start > (best ? best.mark.end - best.mark.start : 0)) best = { line, mark }
  }
  return best
}

/** The same words may have been taken over twice. */
function withoutOverlaps(marks: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = []
  for (const mark of marks) {
    const last = kept.at(-1)
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end)
    else kept.push({ ...mark })
  }
  return kept
}
