import { AlignmentType, Footer, type IIndentAttributesProperties, PageNumber, Paragraph, TextRun } from 'docx'
import { pageNumberPieces } from '../../shared/model/page-number.ts'
import type { PageDesign } from './page-design.ts'
import { turnedFooter } from './turned-footer.ts'

type Footers = { default?: Footer; even?: Footer }
type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

const FIELDS = { page: PageNumber.CURRENT, total: PageNumber.TOTAL_PAGES } as const

/**
 * Page numbers: outside on odd and even pages, one character in (GB/T 9704-2012, 7.5), or centred. On a page across
 * they stay at the edge of the sheet where those of the other pages are (8).
 */
export function pageFooters(design: PageDesign): Footers {
  const { fonts, pageNumber, pageNumberForm, pageNumberSize } = design
  if (pageNumber === 'none') return {}
  // 7.5 wants 宋体 for the figure as well.
  const font = { ascii: fonts.song, hAnsi: fonts.song, cs: fonts.song, eastAsia: fonts.song, hint: 'eastAsia' }
  const pieces = pageNumberPieces(pageNumberForm)
  const footer = (alignment: Alignment, indent: IIndentAttributesProperties = {}) =>
    new Footer({
      children: [
        design.width > design.height
          ? turnedFooter(pieces, alignment, indent, design)
          : new Paragraph({
              style: 'Footer',
              alignment,
              indent,
              // One run for each piece: a field whose runs differ in font would be redrawn in the wrong one.
              children: pieces.map((piece) => {
                const child = typeof piece === 'string' ? FIELDS[piece] : piece.text
                return new TextRun({ font, size: pageNumberSize * 2, children: [child] })
              }),
            }),
      ],
    })
  if (pageNumber !== 'outside') return { default: footer(AlignmentType.CENTER) }
  const character = pageNumberSize * 20
  return {
    default: footer(AlignmentType.RIGHT, { right: character }),
    even: footer(AlignmentType.LEFT, { left: character }),
  }
}
