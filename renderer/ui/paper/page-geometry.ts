import { A4, type PageFigures, type PageKind, pageFigures, STANDARD_WIDTH } from '../../../shared/model/page-figures.ts'
import type { Settings } from '../../../shared/model/settings.ts'

export type PrintKind = PageKind

type Layout = Settings['layout']

/** What the layout of a page needs. Lengths in points. */
export interface PageGeometry extends Omit<PageFigures, 'bodySize' | 'bodyLine' | 'titleLine'> {
  kind: PrintKind
  /** Size of a character of the body. */
  size: number
  lineHeight: number
  titleLineHeight: number
  /** Type area (版心): the page without its margins. */
  width: number
  height: number
  /** Characters of the body in a full line. */
  charactersPerLine: number
}

const POINTS_PER_MM = 72 / 25.4

/**
 * Whether 28 characters are to stand on a line (GB/T 9704-2012, 5.2.3): a little closer than they would, since they
 * are wider than the type area.
 */
export function isStandardWidth({ margins, grid }: Layout): boolean {
  return grid === 'linesAndChars' || Math.abs(A4.width - margins.left - margins.right - STANDARD_WIDTH) < 0.2
}

/** The page of a printed paper; the same figures as in the exported Word document. */
export function pageGeometry(layout: Layout, kind: PrintKind): PageGeometry {
  const { top, bottom, left, right } = layout.margins
  const { bodySize: size, bodyLine: lineHeight, titleLine: titleLineHeight, ...figures } = pageFigures(layout, kind)
  const width = (A4.width - left - right) * POINTS_PER_MM
  const isFull = kind === 'standard' && isStandardWidth(layout)
  return {
    ...figures,
    kind,
    size,
    lineHeight,
    titleLineHeight,
    width,
    height: (A4.height - top - bottom) * POINTS_PER_MM,
    charactersPerLine: isFull ? 28 : Math.floor(width / size),
  }
}
