import { flowOf, keepEnding } from '../ui/paper/block-flow.ts'
import type { PageGeometry } from '../ui/paper/page-geometry.ts'
import { type Fragment, type MeasuredBlock, paginate } from '../ui/paper/paginate.ts'
import { divideElement, lineOfEnd } from './divide-element.ts'
import type { PaperBlock } from './paper-blocks.ts'
import { betterBreak } from './sentence-ends.ts'

/** Measures a paragraph that stands in a column of the type area's width. Lengths in CSS pixels. */
function measure({ element, flow }: PaperBlock, geometry: PageGeometry): MeasuredBlock {
  const style = getComputedStyle(element)
  const lineHeight = Number.parseFloat(style.lineHeight)
  const lines = Math.max(1, Math.round(element.getBoundingClientRect().height / lineHeight))
  return { ...flowOf(flow, lines, geometry), lines, lineHeight, spaceBefore: Number.parseFloat(style.marginTop) }
}

interface Laid {
  blocks: PaperBlock[]
  measured: MeasuredBlock[]
}

/**
 * Divides the first paragraph that would go over the page inside a sentence, where one ends near enough.
 * @param tried lines of a paragraph behind which no better place was found
 * @returns false when there is none left
 */
function divideFirst(
  { blocks, measured }: Laid,
  pages: Fragment[][],
  geometry: PageGeometry,
  tried: Map<HTMLElement, number>,
): boolean {
  for (const page of pages) {
    const last = page.at(-1)
    const [source, size] = last ? [blocks[last.block], measured[last.block]] : []
    if (!last || !source || !size || last.to >= size.lines) continue
    const { element } = source
    if (last.to <= (tried.get(element) ?? 0)) continue
    tried.set(element, last.to)
    const lineOf = (end: number) => lineOfEnd(element, end, size.lineHeight)
    const text = element.textContent ?? ''
    const end = betterBreak(text, { lineOf, from: last.from, to: last.to, most: geometry.blankLines })
    if (end === null) continue
    const rest: PaperBlock = { element: divideElement(element, end), flow: { ...source.flow, kind: 'paragraph' } }
    element.after(rest.element)
    const first = { ...measure(source, geometry), keepWithNext: false, keepTogether: false, widowControl: false }
    blocks.splice(last.block, 1, source, rest)
    measured.splice(last.block, 1, first, { ...measure(rest, geometry), spaceBefore: 0, breakBefore: true })
    return true
  }
  return false
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
  const laid: Laid = { blocks: [...blocks], measured: keepEnding(blocks.map((block) => measure(block, geometry))) }
  const { measured } = laid
  const lineHeight = Number.parseFloat(getComputedStyle(column).lineHeight)
  const height = (geometry.height / geometry.lineHeight) * lineHeight
  const tried = new Map<HTMLElement, number>()
  let pages = paginate(measured, height)
  while (geometry.blankLines > 0 && divideFirst(laid, pages, geometry, tried)) pages = paginate(measured, height)
  const result = pages.map((page) =>
    page.flatMap(({ block, from, to }) => {
      const source = laid.blocks[block]
      const { lines = 1, lineHeight: height = 0 } = measured[block] ?? {}
      if (!source) return []
      return from === 0 && to === lines ? [source.element] : [fragmentOf(source.element, from, to, height)]
    }),
  )
  column.replaceChildren()
  return result
}
