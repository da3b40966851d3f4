import { parseNumeral, toChineseNumeral } from '../text/numerals.ts'
import type { HeadingAttributes, NumberForm, PaperNode } from './schema.ts'

/** The marker of the `ordinal`-th heading of a level and form: 一、（一）1.（1） 一要 一是 第一，. */
export function formatMarker(level: number, form: NumberForm, ordinal: number): string {
  const numeral = toChineseNumeral(ordinal)
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
 * Counts the headings of a paper. Each level counts on its own and starts again under a heading of a higher level,
 * when the form changes, and where `restart` is set. A fixed marker is kept, and counting goes on from it.
 * @returns one entry for each child of the document: the marker, or '' where there is none.
 */
export function numberBlocks(doc: PaperNode): string[] {
  const counts = [0, 0, 0, 0, 0]
  const forms: (NumberForm | null)[] = [null, null, null, null, null]
  const markers: string[] = []
  doc.forEach((block) => {
    if (block.type.name !== 'heading') {
      markers.push('')
      return
    }
    const { level, form, restart, fixedMarker } = block.attrs as HeadingAttributes
    const previous = restart || forms[level] !== form ? 0 : (counts[level] ?? 0)
    const ordinal = (fixedMarker === null ? null : markerOrdinal(fixedMarker)) ?? previous + 1
    counts[level] = ordinal
    forms[level] = form
    counts.fill(0, level + 1)
    forms.fill(null, level + 1)
    markers.push(fixedMarker ?? formatMarker(level, form, ordinal))
  })
  return markers
}
