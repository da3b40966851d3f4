const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Longer than this it is no title but a paragraph in the wrong place. */
const LONGEST_TITLE = 200

/** A line neither begins with these nor ends with those. */
const NOT_FIRST = /^[的了和与及级届次个、，。：；！？”’）》〉】—]/
const NOT_LAST = /[在和与及对向“‘（《〈【]$/
/** 溪 in 柳|溪|镇, 组 in 第二巡察|组: single characters are pieces of names that no dictionary has. */
const NAME_PIECE = /^\p{Script=Han}$/u
const NAME_END = /^[省市县区镇乡村局委办组院校处科部]$/
const FUNCTION_WORD = /^[的了和与及在对向是要把上下中为]$/
/** 柳溪镇|党委: better kept together, but not at any price. */
const NAME_GOES_ON = /^(?:党委|党组|党工委|党总支|党支部|纪委|领导班子)/

/** What a break costs beside the unevenness of the lines, which is counted in squared characters. */
const BAD_BREAK = 1000
const POOR_BREAK = 20

/** The words of a title, pieces of names put together. */
function titleWords(title: string): string[] {
  const result: string[] = []
  let openName = false
  for (const { segment } of words.segment(title)) {
    const piece = NAME_PIECE.test(segment) && !FUNCTION_WORD.test(segment)
    const joins = result.length > 0 && piece && (openName || NAME_END.test(segment))
    if (joins) result.push((result.pop() ?? '') + segment)
    else result.push(segment)
    openName = piece && !NAME_END.test(segment)
  }
  return result
}

function breakCost(line: string, isFirst: boolean, isLast: boolean): number {
  if (!isFirst && NOT_FIRST.test(line)) return BAD_BREAK
  if (!isLast && NOT_LAST.test(line)) return BAD_BREAK
  return !isFirst && NAME_GOES_ON.test(line) ? POOR_BREAK : 0
}

/**
 * Breaks a long title into lines of at most `perLine` full-width characters, as few and as even as can be, between
 * words (GB/T 9704-2012, 7.3.1: 排列应当使用梯形或菱形, words whole). The lines joined are the title again.
 */
export function breakTitle(title: string, perLine: number): string[] {
  if (perLine < 1 || title.length <= perLine || title.length > LONGEST_TITLE) return [title]
  const count = Math.ceil(title.length / perLine)
  const ideal = title.length / count
  const segments = titleWords(title)
  const ends = [0]
  for (const segment of segments) ends.push((ends.at(-1) ?? 0) + segment.length)
  // best[i][k]: cheapest way to set the first i segments in k lines.
  const best: ({ cost: number; from: number } | undefined)[][] = ends.map(() => Array(count + 1).fill(undefined))
  best[0]?.splice(0, 1, { cost: 0, from: 0 })
  for (let lines = 1; lines <= count; lines++) {
    for (let end = 1; end < ends.length; end++) {
      for (let start = end - 1; start >= 0; start--) {
        const line = title.slice(ends[start], ends[end])
        if (line.length > perLine && end - start > 1) break
        const before = best[start]?.[lines - 1]
        if (!before) continue
        const broken = breakCost(line, start === 0, end === segments.length)
        const cost = before.cost + (line.length - ideal) ** 2 + broken
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
