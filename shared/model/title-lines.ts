import type { PaperNode } from './schema.ts'
import type { FactText } from './text-view.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A fact that says more than this is no name but a phrase, as the whole name of a meeting is. */
const LONGEST_NAME = 12
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
const POOR_BREAK = 30

const isName = (text: string): boolean => text.length > 1 && text.length <= LONGEST_NAME

/** The words of a title; the names among them are words too. */
function titleWords(title: string, names: readonly string[]): string[] {
  const name = names.find((one) => isName(one) && title.includes(one))
  if (name === undefined) return plainWords(title)
  const at = title.indexOf(name)
  return [...plainWords(title.slice(0, at)), name, ...titleWords(title.slice(at + name.length), names)]
}

/** Words, with the pieces of names that no dictionary has put together. */
function plainWords(title: string): string[] {
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

/** Names and terms that a line never ends within, where that can be helped. */
const WHOLE = [
  /党(?:工委|组织|委|组|总支|支部)/g,
  /第[一二三四五六七八九十百\d]+(?:轮|届|巡察组|次)/g,
  /[十百一二三四五六七八九\d]+届/g,
  /(?:省|市|县|区)委/g,
  /巡察工作领导小组|有限公司|主持词|回头看/g,
  // Whom the inspection was about: 巡察|县水利局|党组, 向|柳溪镇|党委.
  /(?<=巡察(?!组|工作|情况|办|反馈)|向|对)[^巡向对的、，]{2,16}?(?=党工委|党委|党组|党总支|党支部|村级|情况|反馈|集中)/g,
]
/** What reads on: better kept together, but not at any price. */
const TOGETHER = [
  /(?:反馈)?巡察情况/g,
  /情况(?:反馈)?会/g,
  /情况反馈|集中反馈|反馈意见|表态发言|情况的反馈/g,
  /(?:反馈)?(?:会议|会)上/g,
  /(?:关于)?巡察(?=[^组工情办])../g,
]

/** What a break costs at each place of a title. */
function placeCosts(title: string, names: readonly string[]): number[] {
  const costs = Array<number>(title.length + 1).fill(0)
  const keep = (from: number, length: number, cost: number) => {
    for (let at = from + 1; at < from + length; at++) costs[at] = Math.max(costs[at] ?? 0, cost)
  }
  for (const pattern of TOGETHER)
    for (const match of title.matchAll(pattern)) keep(match.index, match[0].length, POOR_BREAK)
  for (const pattern of WHOLE)
    for (const match of title.matchAll(pattern)) keep(match.index, match[0].length, BAD_BREAK)
  for (const name of names.filter(isName))
    for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) keep(at, name.length, BAD_BREAK)
  return costs
}

/** What the facts of a title say: names that stay whole. */
export function titleNames(title: PaperNode, factText: FactText): string[] {
  return title.children.flatMap((child) => {
    if (child.type.name !== 'fact') return []
    const { text, label } = factText(child.attrs.key)
    return [text ?? `【${label}】`]
  })
}

function breakCost(line: string, isFirst: boolean, isLast: boolean): number {
  if (!isFirst && NOT_FIRST.test(line)) return BAD_BREAK
  if (!isLast && NOT_LAST.test(line)) return BAD_BREAK
  return !isFirst && NAME_GOES_ON.test(line) ? POOR_BREAK : 0
}

/**
 * Breaks a long title into lines of at most `perLine` full-width characters, as few and as even as can be, between
 * words (GB/T 9704-2012, 7.3.1: 词意完整, 排列对称; no name is broken that fits into a line). The lines joined are the
 * title again. The sheet, print and Word all break their titles here.
 */
export function breakTitle(title: string, perLine: number, names: readonly string[] = []): string[] {
  if (perLine < 1 || title.length <= perLine || title.length > LONGEST_TITLE) return [title]
  const count = Math.ceil(title.length / perLine)
  const ideal = title.length / count
  const segments = titleWords(title, names)
  const costs = placeCosts(title, names)
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
        const place = end === segments.length ? 0 : (costs[ends[end] ?? 0] ?? 0)
        const cost = before.cost + (line.length - ideal) ** 2 + broken + place
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
