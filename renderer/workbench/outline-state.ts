import { countCharacters, speakingMinutes } from '../../shared/checks/length.ts'
import type { CheckReport, OutlineEntry } from '../../shared/checks/types.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { TextView } from '../../shared/model/text-view.ts'

/** How a part of a paper stands: nothing in it yet, something to mend, or fine. */
export type PartState = 'empty' | 'faulty' | 'open' | 'fine'

export const PART_STATE_NAMES: Record<PartState, string> = {
  empty: '还没写',
  faulty: '有差错',
  open: '有待填或要看的',
  fine: '已写',
}

export interface OutlineLine extends OutlineEntry {
  state: PartState
  /** Index into {@link TextView.blocks}; -1 when the heading has gone since. */
  block: number
  /** The heading as it is listed: without the stop that ends a run-in head. */
  name: string
  /** Speaking time of the part at the office's rate, in minutes; 0 where it has no text. */
  minutes: { min: number; max: number }
  /** Whether it can take in or give out one place among its likes. */
  first: boolean
  last: boolean
}

/** A part with fewer characters than this is not written yet. */
const WRITTEN = 15

/** The outline with the state of each part, from its heading to the next one of its level or above. */
export function outlineLines(report: CheckReport, view: TextView, rate: Settings['speakingRate']): OutlineLine[] {
  const { outline, findings, placeholders } = report
  return outline.map((entry, index) => {
    const next = outline.slice(index + 1).find((other) => other.level <= entry.level)
    const end = next?.start ?? view.text.length
    const inside = (range: { start: number }) => range.start >= entry.start && range.start < end
    const written = view.text.slice(entry.start, end).replace(/\s/g, '').length
    const state = findings.some((finding) => finding.severity === 'error' && inside(finding))
      ? 'faulty'
      : written < WRITTEN
        ? 'empty'
        : placeholders.some(inside) || findings.some((finding) => finding.severity === 'warning' && inside(finding))
          ? 'open'
          : 'fine'
    const before = outline.slice(0, index).findLast((other) => other.level <= entry.level)
    return {
      ...entry,
      name: entry.text.replace(/[。；：]$/, ''),
      minutes: speakingMinutes(countCharacters(view.text.slice(entry.start, end)), rate),
      state,
      block: view.blocks.findIndex((block) => block.head?.start === entry.start),
      first: before?.level !== entry.level,
      last: next?.level !== entry.level,
    }
  })
}

/** A name for each line that it keeps when it is moved, and when text before it changes. */
export function outlineKeys(lines: readonly Pick<OutlineLine, 'level' | 'name'>[]): string[] {
  const seen = new Map<string, number>()
  return lines.map(({ level, name }) => {
    const base = `${level} ${name}`
    const count = seen.get(base) ?? 0
    seen.set(base, count + 1)
    return `${base} ${count}`
  })
}

/**
 * Where a heading goes that is moved by one place: the block it is put before.
 * Null when it stands at the end already.
 */
export function moveTarget(lines: readonly OutlineLine[], index: number, by: 1 | -1, blocks: number): number | null {
  const line = lines[index]
  if (!line) return null
  if (by === -1) {
    const before = lines.slice(0, index).findLast((other) => other.level <= line.level)
    return before?.level === line.level ? before.block : null
  }
  const after = lines.findIndex((other, at) => at > index && other.level <= line.level)
  if (lines[after]?.level !== line.level) return null
  const behind = lines.find((other, at) => at > after && other.level <= line.level)
  return behind?.block ?? blocks
}
