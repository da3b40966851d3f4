import type { Settings } from '../../shared/model/settings.ts'
import type { TextView } from '../../shared/model/text-view.ts'
import { flowOf, keepEnding } from '../ui/paper/block-flow.ts'
import { type PageGeometry, type PrintKind, pageGeometry } from '../ui/paper/page-geometry.ts'
import { type MeasuredBlock, paginate } from '../ui/paper/paginate.ts'

export interface PageEstimate {
  total: number
  /** Page of a text offset, from 1. */
  pageAt(offset: number): number
}

/** Room a character takes in a line, 1 for a Chinese one. Latin letters and digits take about half. */
function widthOf(char: string): number {
  return char < '\u0100' ? 0.5 : 1
}

/** Offsets into `text` where its lines begin. */
function lineStarts(text: string, indent: number, perLine: number): number[] {
  const starts = [0]
  let width = indent
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index)
    if (char === '\n') {
      starts.push(index + 1)
      width = 0
      continue
    }
    width += widthOf(char)
    // A mark may hang over the end of a line rather than begin the next.
    if (width > perLine + (/[，。、；：！？”’）》]/.test(char) ? 1 : 0)) {
      starts.push(index)
      width = widthOf(char)
    }
  }
  return starts
}

function measure(view: TextView, geometry: PageGeometry): { blocks: MeasuredBlock[]; starts: number[][] } {
  const blocks: MeasuredBlock[] = []
  const starts: number[][] = []
  let front = true
  for (const block of view.blocks) {
    if (block.end === block.start) continue
    const text = view.text.slice(block.start, block.end)
    const isTitle = block.kind === 'title'
    const indent = block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'closing' ? 2 : 0
    const perLine = isTitle ? geometry.titleCharacters : geometry.charactersPerLine
    const lines = lineStarts(text, indent, perLine)
    const endsFront = front && !isTitle && block.kind !== 'byline'
    if (endsFront) front = false
    const flow = flowOf(
      {
        kind: block.kind,
        level: block.level,
        text: text.slice(block.marker.length),
        headLength: block.head ? block.head.end - block.head.start : 0,
        markerLength: block.marker.length,
      },
      lines.length,
      geometry,
    )
    starts.push(lines.map((start) => block.start + start))
    blocks.push({
      ...flow,
      lines: lines.length,
      lineHeight: isTitle ? geometry.titleLineHeight : geometry.lineHeight,
      spaceBefore: endsFront && blocks.length > 0 ? geometry.lineHeight : 0,
    })
  }
  return { blocks, starts }
}

/** Pages by arithmetic, without drawing anything: good enough for the status bar, quick enough for every pause. */
export function estimatePages(view: TextView, layout: Settings['layout'], kind: PrintKind = 'standard'): PageEstimate {
  const geometry = pageGeometry(layout, kind)
  const { blocks, starts } = measure(view, geometry)
  const pages = paginate(keepEnding(blocks), geometry.height)
  const pageStarts = pages.map((page) => {
    const first = page[0]
    return first ? (starts[first.block]?.[first.from] ?? 0) : 0
  })
  return {
    total: pages.length,
    pageAt: (offset) => Math.max(1, pageStarts.findLastIndex((start) => start <= offset) + 1),
  }
}
