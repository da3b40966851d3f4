import { parseNumeral, toChineseNumeral } from '../../../text/numerals.ts'
import type { Item } from '../reading/items.ts'
import { matchesIn } from '../reading/matches.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'consistency', sourceLevel: 'practice', source: '序号连续' } as const

/** The marker with another number in the same form. */
function renumber({ marker, form }: Item, ordinal: number): string {
  const numeral = form === 'digit' || form === 'digit-paren' ? String(ordinal) : toChineseNumeral(ordinal)
  return marker.replace(/[一二三四五六七八九十]+|\d+/, numeral)
}

/** A number left out, used twice, or in the wrong order. */
export const numberingSequence: Rule = {
  ...base,
  id: 'consistency/numbering-sequence',
  severity: 'error',
  wholePaper: true,
  find(context) {
    const { lists, quote } = context
    const faults: Fault[] = []
    const last = new Map<string, Item>()
    for (const list of lists) {
      list.forEach((item, index) => {
        const previous = list[index - 1]
        if (!previous) {
          const before = last.get(item.form)
          const again = before && before.ordinal === 1 && item.ordinal === 1 && item.rank === 1 && item.leading
          if (again) report(item, before, 2, list[index + 1])
          else if (item.ordinal !== 1 && item.leading && item.rank <= 4) report(item, undefined, 1, undefined)
        } else if (item.ordinal !== previous.ordinal + 1) report(item, previous, previous.ordinal + 1, list[index + 1])
        last.set(item.form, item)
      })
    }
    faults.push(...looseSequences(context))
    return faults

    function report(item: Item, previous: Item | undefined, expected: number, next: Item | undefined): void {
      if (item.counted || expected > 99) return
      const right = renumber(item, expected)
      // Where the numbers behind have moved along with the wrong one, changing this one alone mends nothing.
      const mends = previous && (!next || next.ordinal === expected + 1)
      faults.push({
        start: item.start,
        end: item.end,
        message: previous
          ? `“${previous.marker}”之后应是“${right}”，这里是“${item.marker}”。`
          : `这里的序号从“${item.marker}”开始，前面没有“${right}”。`,
        ...(mends ? { suggestion: right } : {}),
        ...(previous ? { related: [quote(previous)] } : {}),
      })
    }
  },
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const LOOSE = [
  { pattern: /其([一二三四五六七八九])(?=[，、：是])/g, write: (ordinal: number) => `其${toChineseNumeral(ordinal)}` },
  { pattern: /([①-⑳])/g, write: (ordinal: number) => CIRCLED.charAt(ordinal - 1) },
  {
    pattern: /第([一二三四五六七八九])步(?=[，、：是])/g,
    write: (ordinal: number) => `第${toChineseNumeral(ordinal)}步`,
  },
]

/** Markers that are no items of their own: 其一、其二, ①②, 第一步. */
function looseSequences(context: RuleContext): Fault[] {
  return LOOSE.flatMap(({ pattern, write }) => {
    const faults: Fault[] = []
    let previous: { ordinal: number; start: number; end: number } | undefined
    for (const { index: start, 0: marker, 1: numeral = '' } of matchesIn(context, pattern)) {
      const ordinal = CIRCLED.indexOf(numeral) + 1 || parseNumeral(numeral) || 0
      const end = start + marker.length
      if (previous && ordinal !== 1 && ordinal !== previous.ordinal + 1) {
        const suggestion = write(previous.ordinal + 1)
        const message = `“${write(previous.ordinal)}”之后应是“${suggestion}”，这里是“${marker}”。`
        faults.push({ start, end, message, suggestion, related: [context.quote(previous)] })
        previous = { ordinal: previous.ordinal + 1, start, end }
      } else previous = previous || ordinal === 1 ? { ordinal, start, end } : undefined
    }
    return faults
  })
}

/** A level left out: （1） directly under 一、. 一、 with 1. below it is common and right. */
export const levelJump: Rule = {
  ...base,
  id: 'consistency/level-jump',
  severity: 'hint',
  sourceLevel: 'standard',
  source: 'GB/T 9704—2012 7.3.3',
  wholePaper: true,
  find({ items }) {
    const faults: Fault[] = []
    let level = 0
    for (const { rank, leading, ordinal, start, end, marker } of items) {
      if (rank > 4 || !leading) continue
      if (rank - level > 2 && ordinal === 1 && level > 0) {
        const message = `“${marker}”跳过了中间的层次，层次依次是“一、”“（一）”“1.”“（1）”。`
        faults.push({ start, end, message })
      }
      level = rank
    }
    return faults
  },
}

const AGENDA = /(?:进行|开始|转入|进入|请听)(?:会议)?(?:的)?(第([一二三四五六七八九十]{1,3})项)(?:议程|内容)?/g

/** 第一项议程, 第二项议程 … as the host calls them up. */
export const agendaSequence: Rule = {
  ...base,
  id: 'consistency/agenda-sequence',
  severity: 'error',
  wholePaper: true,
  find({ text, input }) {
    if (input.kind !== 'host-script') return []
    const faults: Fault[] = []
    let previous = 0
    for (const match of text.matchAll(AGENDA)) {
      const ordinal = parseNumeral(match[2] ?? '') ?? 0
      if (ordinal !== previous + 1) {
        const right = `第${toChineseNumeral(previous + 1)}项`
        const start = match.index + match[0].indexOf(match[1] ?? '')
        const message = `这里应是${right}议程，写成了“${match[1]}”。`
        faults.push({ start, end: start + (match[1]?.length ?? 0), message, suggestion: right })
      }
      previous += 1
    }
    return faults
  },
}
