import { parseNumeral, toChineseNumeral } from '../text/numerals.ts'
import type { HeadingAttributes, NumberForm, PaperNode } from './schema.ts'

/** The largest number that {@link toChineseNumeral} writes. */
const LARGEST_NUMERAL = 9999

/** The marker of the `ordinal`-th heading of a level and form: 一、（一）1.（1） 一要 一是 第一，. */
export function formatMarker(level: number, form: NumberForm, ordinal: number): string {
  const numeral = ordinal > LARGEST_NUMERAL ? String(ordinal) : toChineseNumeral(ordinal)
  if (form === 'yao') return `${numeral}要`
  if (form === 'shi') return `${numeral}是`
  if (form === 'di') return `第${numeral}，`
  return [`${numeral}、`, `（${numeral}）`, `${ordinal}.`, `（${ordinal}）`][level - 1] ?? `${ordinal}.`
}

const MARKER =
  /^(?:第?([零〇一二两三四五六七八九十百]+|[0-9０-９]+)(?:[、，,.．：]|要|是)|[（(]([零〇一二两三四五六七八九十百]+|[0-9０-９]+)[）)][、.．]?)/

/** The number in a marker as somebody wrote it: 三、 → 3, (2) → 2; null when there is none. */
export function markerOrdinal(marker: string): number | null {
  const match = MARKER.exec(marker)
  return match ? parseNumeral(match[1] ?? match[2] ?? '') : null
}

/**
 * Counts headings in the order of the paper. Each level counts on its own and starts again under a heading of a
 * higher level, when the form changes, and where `restart` is set. A fixed marker is kept, and counting goes on
 * from it.
 */
export interface HeadingCounter {
  /** The number the next heading of this level and form would get. */
  expected(level: number, form: NumberForm): number
  /** Counts a heading and returns its marker. */
  take(heading: HeadingAttributes): string
}

export function createHeadingCounter(): HeadingCounter {
  const counts = [0, 0, 0, 0, 0]
  const forms: (NumberForm | null)[] = [null, null, null, null, null]
  const expected = (level: number, form: NumberForm) => (forms[level] === form ? (counts[level] ?? 0) : 0) + 1
  return {
    expected,
    take({ level, form, restart, fixedMarker }) {
      const ordinal =
        (fixedMarker === null ? null : markerOrdinal(fixedMarker)) ?? (restart ? 1 : expected(level, form))
      counts[level] = ordinal
      forms[level] = form
      counts.fill(0, level + 1)
      forms.fill(null, level + 1)
      return fixedMarker ?? formatMarker(level, form, ordinal)
    },
  }
}

/** One entry for each child of the document: the heading's marker, or '' where there is none. */
export function numberBlocks(doc: PaperNode): string[] {
  const counter = createHeadingCounter()
  return doc.children.map((block) =>
    block.type.name === 'heading' ? counter.take(block.attrs as HeadingAttributes) : '',
  )
}
