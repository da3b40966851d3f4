import type { PageNumberForm } from '../../../shared/model/page-number.ts'
import type { Settings } from '../../../shared/model/settings.ts'

export type PrintKind = 'standard' | 'podium'

type Layout = Settings['layout']

/** What the layout of a page needs. Lengths in points. */
export interface PageGeometry {
  kind: PrintKind
  /** Size of a character of the body. */
  size: number
  lineHeight: number
  /** Type area (版心): the page without its margins. */
  width: number
  height: number
  /** Characters of the body in a full line. */
  charactersPerLine: number
  titleSize: number
  titleLineHeight: number
  pageNumber: Layout['pageNumber']
  pageNumberForm: PageNumberForm
  /** Lines a page may be left short by, so that a paragraph stays whole or a sentence unbroken; 0 for a standard copy. */
  blankLines: number
}

const POINTS_PER_MM = 72 / 25.4
const A4 = { width: 210, height: 297 }
/** GB/T 9704-2012, 5.2.3: 28 characters to a line; spacing is taken in a little to make them fit. */
const STANDARD_WIDTH = 156

/** Whether 28 characters are to stand on a line, a little closer than they would. */
export function isStandardWidth({ margins, grid }: Layout): boolean {
  return grid === 'linesAndChars' || Math.abs(A4.width - margins.left - margins.right - STANDARD_WIDTH) < 0.2
}

/** The page of a printed paper; the same figures as in the exported Word document. */
export function pageGeometry(layout: Layout, kind: PrintKind): PageGeometry {
  const { top, bottom, left, right } = layout.margins
  const widthInMm = A4.width - left - right
  const page = { kind, width: widthInMm * POINTS_PER_MM, height: (A4.height - top - bottom) * POINTS_PER_MM }
  if (kind === 'podium') {
    const size = layout.podiumSize
    return {
      ...page,
      size,
      lineHeight: size * layout.podiumLine,
      charactersPerLine: Math.floor(page.width / size),
      titleSize: size + 4,
      titleLineHeight: (size + 4) * layout.podiumLine,
      pageNumber: 'centre',
      pageNumberForm: 'lectern',
      blankLines: layout.podiumBlankLines,
    }
  }
  return {
    ...page,
    size: 16,
    lineHeight: layout.linePitch,
    charactersPerLine: isStandardWidth(layout) ? 28 : Math.floor(page.width / 16),
    titleSize: 22,
    titleLineHeight: 32,
    pageNumber: layout.pageNumber,
    pageNumberForm: layout.pageNumberForm,
    blankLines: 0,
  }
}
