import type { EditorView } from 'prosemirror-view'
import { numberBlocks } from '../../shared/model/numbering.ts'
import type { BlockKind } from '../../shared/model/text-view.ts'
import { flowOf, keepEnding } from '../ui/paper/block-flow.ts'
import type { PageGeometry } from '../ui/paper/page-geometry.ts'
import { type MeasuredBlock, paginate } from '../ui/paper/paginate.ts'
import { headSize } from './structure.ts'

/** Where a page begins on the screen: CSS pixels below the top of the text. */
export interface PageBreak {
  page: number
  top: number
}

/** Measures the paper on the screen, which breaks its lines as the printed one does. Empty lines are not printed. */
export function pageBreaks(view: EditorView, geometry: PageGeometry): PageBreak[] {
  const { doc } = view.state
  const markers = numberBlocks(doc)
  const origin = view.dom.getBoundingClientRect().top
  const tops: number[] = []
  const blocks: MeasuredBlock[] = []
  doc.forEach((node, pos, index) => {
    const marker = markers[index] ?? ''
    const element = view.nodeDOM(pos)
    if (!(element instanceof HTMLElement) || (node.content.size === 0 && marker === '')) return
    const style = getComputedStyle(element)
    const lineHeight = Number.parseFloat(style.lineHeight)
    const box = element.getBoundingClientRect()
    const lines = Math.max(1, Math.round(box.height / lineHeight))
    const text = node.textBetween(0, node.content.size, '', '\ufffc')
    const flow = {
      kind: node.type.name as BlockKind,
      level: node.type.name === 'heading' ? Number(node.attrs.level) : 0,
      text,
      headLength: node.type.name === 'heading' ? headSize(node) : 0,
      markerLength: marker.length,
    }
    tops.push(box.top - origin)
    blocks.push({
      ...flowOf(flow, lines, geometry),
      lines,
      lineHeight,
      spaceBefore: Number.parseFloat(style.marginTop),
    })
  })
  const lineHeight = Number.parseFloat(getComputedStyle(view.dom).lineHeight)
  const pages = paginate(keepEnding(blocks), (geometry.height / geometry.lineHeight) * lineHeight)
  return pages.slice(1).flatMap(([first], index) => {
    if (!first) return []
    const top = (tops[first.block] ?? 0) + first.from * (blocks[first.block]?.lineHeight ?? 0)
    return [{ page: index + 2, top: Math.round(top) }]
  })
}
