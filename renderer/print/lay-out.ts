import { flowOf } from '../ui/paper/block-flow.ts'
import type { PageGeometry } from '../ui/paper/page-geometry.ts'
import { type MeasuredBlock, paginate } from '../ui/paper/paginate.ts'
import type { PaperBlock } from './paper-blocks.ts'

/** Measures paragraphs that stand in a column of the type area's width. Lengths in CSS pixels. */
function measure(blocks: readonly PaperBlock[], geometry: PageGeometry): MeasuredBlock[] {
  return blocks.map(({ element, flow }) => {
    const style = getComputedStyle(element)
    const lineHeight = Number.parseFloat(style.lineHeight)
    const lines = Math.max(1, Math.round(element.getBoundingClientRect().height / lineHeight))
    return { ...flowOf(flow, lines, geometry), lines, lineHeight, spaceBefore: Number.parseFloat(style.marginTop) }
  })
}

/** A part of a paragraph: the whole of it moved up behind a window as high as its lines. */
function fragmentOf(element: HTMLElement, from: number, to: number, lineHeight: number): HTMLElement {
  const clip = document.createElement('div')
  clip.className = 'print-fragment'
  clip.style.height = `${(to - from) * lineHeight}px`
  const part = element.cloneNode(true) as HTMLElement
  part.style.marginTop = `${-from * lineHeight}px`
  clip.append(part)
  return clip
}

/**
 * Lays a paper out on pages. `column` is an element of the class `paper` in the document, as wide as the type area,
 * in which the paragraphs are measured; it is empty afterwards.
 * @returns one list of elements for each page
 */
export function layOut(blocks: readonly PaperBlock[], column: HTMLElement, geometry: PageGeometry): HTMLElement[][] {
  column.replaceChildren(...blocks.map((block) => block.element))
  const measured = measure(blocks, geometry)
  const lineHeight = Number.parseFloat(getComputedStyle(column).lineHeight)
  const pages = paginate(measured, (geometry.height / geometry.lineHeight) * lineHeight)
  const result = pages.map((page) =>
    page.flatMap(({ block, from, to }) => {
      const source = blocks[block]
      const { lines = 1, lineHeight: height = 0 } = measured[block] ?? {}
      if (!source) return []
      return from === 0 && to === lines ? [source.element] : [fragmentOf(source.element, from, to, height)]
    }),
  )
  column.replaceChildren()
  return result
}
