import type { PageNumberForm } from './page-number.ts'
import type { Settings } from './settings.ts'

type Layout = Settings['layout']

/** A copy to be read at a desk, or on the lectern. */
export type PageKind = 'standard' | 'podium'

/** Millimetres. */
export const A4 = { width: 210, height: 297 }
/** Millimetres of the type area (GB/T 9704-2012, 5.2.1). */
export const STANDARD_WIDTH = 156
const POINTS_PER_MM = 72 / 25.4
/** 三号 and 二号 (5.2.2, 7.3.1), and the line of a title, in points. */
const BODY_SIZE = 16
const TITLE_SIZE = 22
const TITLE_LINE = 32
/** By so much the title of a lectern copy is larger than its text. */
const PODIUM_TITLE = 4

/** What the screen, print and Word have in common of a page. Sizes in points. */
export interface PageFigures {
  bodySize: number
  bodyLine: number
  titleSize: number
  titleLine: number
  /** Full-width characters of a line of the title. */
  titleCharacters: number
  pageNumber: Layout['pageNumber']
  pageNumberForm: PageNumberForm
  /** Lines a page may be left short by, so that a paragraph stays whole or a sentence unbroken; 0 for a standard copy. */
  blankLines: number
}

export function pageFigures(layout: Layout, kind: PageKind): PageFigures {
  const width = (A4.width - layout.margins.left - layout.margins.right) * POINTS_PER_MM
  const podium = kind === 'podium'
  const bodySize = podium ? layout.podiumSize : BODY_SIZE
  const titleSize = podium ? bodySize + PODIUM_TITLE : TITLE_SIZE
  return {
    bodySize,
    bodyLine: podium ? bodySize * layout.podiumLine : layout.linePitch,
    titleSize,
    titleLine: podium ? titleSize * layout.podiumLine : TITLE_LINE,
    // Twips, as Word counts, so that a margin of 26 mm gives no half character more here than there.
    titleCharacters: Math.floor(Math.round(width * 20) / (titleSize * 20)),
    pageNumber: podium ? 'centre' : layout.pageNumber,
    pageNumberForm: podium ? 'lectern' : layout.pageNumberForm,
    blankLines: podium ? layout.podiumBlankLines : 0,
  }
}
