const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A line neither begins with these nor ends with those. */
const NOT_FIRST = /^[的了和与及、，。：；！？”’）》〉】—]/
const NOT_LAST = /[在和与及对向“‘（《〈【]$/

/** Longer than this it is no title but a paragraph in the wrong place. */
const LONGEST_TITLE = 200

/** What a break at this place costs beside the unevenness of the lines. */
const BAD_BREAK = 1000

/**
 * Breaks a long title into lines of at most `perLine` full-width characters, as few and as even as can be, between
 * words (GB/T 9704-2012, 7.3.1: 排列应当使用梯形或菱形, words whole). The lines joined are the title again.
 */
export function breakTitle(title: string, perLine: number): string[] {
  if (perLine < 1 || title.length <= perLine || title.length > LONGEST_TITLE) return [title]
  const count = Math.ceil(title.length / perLine)
  const ideal = title.length / count
  const segments = [...words.segment(title)].map(({ segment }) => segment)
  // best[i][k]: cheapest way to set the first i segments in k lines.
  const ends = [0]
  for (const segment of segments) ends.push((ends.at(-1) ?? 0) + segment.length)
  const best: ({ cost: number; from: number } | undefined)[][] = ends.map(() => Array(count + 1).fill(undefined))
  best[0]?.splice(0, 1, { cost: 0, from: 0 })
  for (let lines = 1; lines <= count; lines++) {
    for (let end = 1; end < ends.length; end++) {
      for (let start = end - 1; start >= 0; start--) {
        const line = title.slice(ends[start], ends[end])
        if (line.length > perLine && end - start > 1) break
        const before = best[start]?.[lines - 1]
        if (!before) continue
        const bad = (start > 0 && NOT_FIRST.test(line)) || (end < ends.length - 1 && NOT_LAST.test(line))
        const cost = before.cost + (line.length - ideal) ** 2 + (bad ? BAD_BREAK : 0)
        const known = best[end]?.[lines]
        if (!known || cost < known.cost) best[end]?.splice(lines, 1, { cost, from: start })
      }
    }
  }
  const result: string[] = []
  for (let end = ends.length - 1, lines = count; lines > 0; lines--) {
    const step = best[end]?.[lines]
    if (!step) return [title]
    result.unshift(title.slice(ends[step.from], ends[end]))
    end = step.from
  }
  return result
}
