import { type IIndentAttributesProperties, Paragraph } from 'docx'
import type { pageNumberPieces } from '../../shared/model/page-number.ts'
import { DrawingRun, textBoxXml } from './drawing-run.ts'
import type { PageDesign } from './page-design.ts'
import { escapeXml } from './xml.ts'

/** English metric units to the twip. */
const EMU = 635
/** Far above the numbers of any drawing in the text. */
const DRAWING_IDS = { odd: 100_001, even: 100_002 }

const FIELDS = { page: 'PAGE', total: 'NUMPAGES' } as const

/**
 * The page number of a page across: at the left edge of the page, which is the lower one of the sheet, and turned by a
 * quarter. Held upright among the others the sheet has its number where they have theirs, and the head of its table
 * at the binding edge on odd pages, at the cut edge on even ones (GB/T 9704-2012, 8).
 */
export function turnedFooter(
  pieces: ReturnType<typeof pageNumberPieces>,
  alignment: string,
  indent: IIndentAttributesProperties,
  { fonts, height, margin, pageNumberSize, footerDistance }: PageDesign,
): Paragraph {
  const song = escapeXml(fonts.song)
  const line = pageNumberSize * 20
  const look =
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${song}" w:hAnsi="${song}" w:eastAsia="${song}" w:cs="${song}"/>` +
    `<w:sz w:val="${pageNumberSize * 2}"/><w:szCs w:val="${pageNumberSize * 2}"/></w:rPr>`
  const run = (content: string) => `<w:r>${look}${content}</w:r>`
  const field = (name: string) =>
    run('<w:fldChar w:fldCharType="begin"/>') +
    run(`<w:instrText xml:space="preserve">${name}</w:instrText>`) +
    run('<w:fldChar w:fldCharType="end"/>')
  const runs = pieces.map((piece) =>
    typeof piece === 'string' ? field(FIELDS[piece]) : run(`<w:t xml:space="preserve">${piece.text}</w:t>`),
  )
  const paragraph = [
    '<w:p><w:pPr><w:pStyle w:val="Footer"/>',
    `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`,
    `<w:ind w:left="${indent.left ?? 0}" w:right="${indent.right ?? 0}" w:firstLine="0"/>`,
    `<w:jc w:val="${alignment}"/></w:pPr>${runs.join('')}</w:p>`,
  ].join('')
  const box = textBoxXml({
    id: alignment === 'left' ? DRAWING_IDS.even : DRAWING_IDS.odd,
    name: '页码',
    left: footerDistance * EMU,
    top: margin.top * EMU,
    width: line * EMU,
    height: (height - margin.top - margin.bottom) * EMU,
    direction: 'vert',
    anchor: 't',
    // It lies beside all text; without this LibreOffice forgets where on the first page.
    wrap: true,
    content: paragraph,
  })
  return new Paragraph({ style: 'Footer', children: [new DrawingRun(box, fonts)] })
}
