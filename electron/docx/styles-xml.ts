import type { PageDesign } from './page-design.ts'
import {
  BARE_DATE_STYLE,
  HANDOUT_STYLES,
  type HandoutStyle,
  MARKER_STYLES,
  PARAGRAPH_STYLES,
  type ParagraphStyle,
  TIME_MARK_STYLE,
  TITLE_BREAK_STYLE,
} from './style-names.ts'
import { escapeXml } from './xml.ts'

interface Look {
  /** East Asian font. */
  font: string
  size: number
  line: number
  bold?: boolean
  align?: 'center' | 'both' | 'left'
  /** Characters of first-line indent. */
  indent?: 0 | 2
  before?: number
  outline?: number
  spacing?: number
  /** Lines of the document's grid; a line of another height would be stretched to two of them. */
  snapToGrid?: false
  /** Room between 汉字 and figures, which a narrow cell has none for. */
  autoSpace?: false
}

function fontsXml(font: string, latin: string): string {
  const [chinese, roman] = [escapeXml(font), escapeXml(latin)]
  return `<w:rFonts w:hint="eastAsia" w:ascii="${roman}" w:hAnsi="${roman}" w:eastAsia="${chinese}" w:cs="${roman}"/>`
}

function runXml({ font, size, bold, spacing }: Look, latin: string): string {
  return [
    '<w:rPr>',
    fontsXml(font, latin),
    `<w:b w:val="${bold ? 1 : 0}"/><w:bCs w:val="${bold ? 1 : 0}"/><w:i w:val="0"/><w:iCs w:val="0"/>`,
    '<w:color w:val="000000"/>',
    spacing ? `<w:spacing w:val="${spacing}"/>` : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    '</w:rPr>',
  ].join('')
}

function paragraphXml(look: Look): string {
  const indent = look.indent ?? 0
  return [
    '<w:pPr>',
    '<w:widowControl w:val="0"/>',
    look.autoSpace === false ? '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' : '',
    look.snapToGrid === false ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="${look.before ?? 0}" w:after="0" w:line="${look.line}" w:lineRule="exact"/>`,
    // Both forms: Word reads the one in characters, LibreOffice the one in twips.
    `<w:ind w:left="0" w:right="0" w:firstLineChars="${indent * 100}" w:firstLine="${indent * look.size * 20}"/>`,
    `<w:jc w:val="${look.align ?? 'both'}"/>`,
    look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`,
    '</w:pPr>',
  ].join('')
}

function looks(design: PageDesign): Record<ParagraphStyle, Look> {
  const { fonts, bodySize, line, titleSize, titleLine, characterSpacing: spacing } = design
  const align = design.justified ? 'both' : 'left'
  const body: Look = { font: fonts.body, size: bodySize, line, align, indent: 2, spacing }
  const byline: Look = { font: fonts.kai, size: bodySize, line, align: 'center' }
  const offGrid = { snapToGrid: false } as const
  return {
    Title: { ...offGrid, font: fonts.title, size: titleSize, line: titleLine, align: 'center', bold: fonts.titleBold },
    HuibeiDate: byline,
    HuibeiSpeaker: byline,
    HuibeiNote: byline,
    HuibeiSalutation: { ...body, indent: 0 },
    HuibeiBody: body,
    Heading1: { ...body, font: fonts.hei, outline: 0 },
    Heading2: { ...body, font: fonts.kai, bold: design.boldLevel2, outline: 1 },
    Heading3: { ...body, bold: design.boldLevel3, outline: 2 },
    Heading4: { ...body, outline: 3 },
    HuibeiClosing: body,
    Footer: { ...offGrid, font: fonts.song, size: design.pageNumberSize, line: design.pageNumberSize * 20 },
  }
}

function handoutLooks(design: PageDesign): Record<HandoutStyle, Look> {
  const { Title, Footer, HuibeiSalutation } = looks(design)
  const { fonts } = design
  const cell: Look = { font: fonts.body, size: 14, line: 380, align: 'left', autoSpace: false }
  return {
    Title,
    HuibeiHandoutLine: HuibeiSalutation,
    HuibeiTableHead: { ...cell, font: fonts.hei, align: 'center' },
    HuibeiTableCell: cell,
    HuibeiHandoutNote: { ...HuibeiSalutation, size: 14, line: 560 },
    HuibeiNameCard: { font: fonts.title, size: 16, line: 320, align: 'center' },
    Footer,
  }
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The whole of word/styles.xml: only the styles the document uses, none of them leaning on theme fonts. */
export function stylesXml(design: PageDesign, document: 'paper' | 'handout' = 'paper'): string {
  const { fonts, bodySize } = design
  const isPaper = document === 'paper'
  const names: Record<string, string> = isPaper ? PARAGRAPH_STYLES : HANDOUT_STYLES
  const paragraphs = Object.entries(isPaper ? looks(design) : handoutLooks(design)).map(([id, look]) => {
    const name = names[id] ?? id
    const next = id === 'HuibeiBody' || id === 'Footer' || !isPaper ? '' : '<w:next w:val="HuibeiBody"/>'
    const custom = id.startsWith('Huibei') ? ' w:customStyle="1"' : ''
    return (
      `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
      `${next}<w:qFormat/>${paragraphXml(look)}${runXml(look, fonts.latin)}</w:style>`
    )
  })
  const program = isPaper ? [TITLE_BREAK_STYLE, BARE_DATE_STYLE, TIME_MARK_STYLE] : [TITLE_BREAK_STYLE]
  const markers = isPaper ? Object.entries(MARKER_STYLES) : []
  const characters = [...markers, ...program.map(({ id, name }) => [id, name])].map(
    ([id, name]) =>
      `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
      '<w:basedOn w:val="DefaultParagraphFont"/></w:style>',
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    fontsXml(fonts.body, fonts.latin),
    `<w:sz w:val="${bodySize * 2}"/><w:szCs w:val="${bodySize * 2}"/>`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>',
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>',
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...paragraphs,
    ...characters,
    '</w:styles>',
  ].join('')
}
