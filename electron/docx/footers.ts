import { AlignmentType, Footer, type IIndentAttributesProperties, PageNumber, Paragraph, TextRun } from 'docx'
import type { PageDesign } from './page-design.ts'

type Footers = { default?: Footer; even?: Footer }

/**
 * Page numbers: `— 1 —` outside on odd and even pages, one character in (GB/T 9704-2012, 7.5), or centred; in a
 * lectern copy 第1页/共8页.
 */
export function pageFooters({ fonts, pageNumber, pageNumberSize }: PageDesign): Footers {
  if (pageNumber === 'none') return {}
  // 7.5 wants 宋体 for the figure as well.
  const font = { ascii: fonts.song, hAnsi: fonts.song, cs: fonts.song, eastAsia: fonts.song, hint: 'eastAsia' }
  const pieces =
    pageNumber === 'of-total'
      ? ['第', PageNumber.CURRENT, '页/共', PageNumber.TOTAL_PAGES, '页']
      : ['— ', PageNumber.CURRENT, ' —']
  const footer = (
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
    indent: IIndentAttributesProperties = {},
  ) =>
    new Footer({
      children: [
        new Paragraph({
          style: 'Footer',
          alignment,
          indent,
          // One run for each piece: a field whose runs differ in font would be redrawn in the wrong one.
          children: pieces.map((piece) => new TextRun({ font, size: pageNumberSize * 2, children: [piece] })),
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
