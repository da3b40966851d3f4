import { ImportedXmlComponent, Paragraph, TextRun } from 'docx'
import { CARD, nameCard } from '../../shared/model/handouts/name-card.ts'
import type { PageDesign } from './page-design.ts'
import { escapeXml } from './xml.ts'

/** English metric units to the millimetre. */
const EMU = 36_000
const UPSIDE_DOWN = 10_800_000

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

/** One half of a card: a text box that lies on half of the sheet, turned round for those on the other side. */
function half(name: string, id: number, upper: boolean, { fonts }: PageDesign): string {
  const { text, size, spacing } = nameCard(name)
  const [width, height] = [CARD.width * EMU, CARD.height * EMU]
  const font = escapeXml(fonts.title)
  const latin = escapeXml(fonts.latin)
  const run = [
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${font}" w:cs="${latin}"/>`,
    `<w:b w:val="${fonts.titleBold ? 1 : 0}"/>`,
    spacing > 0 ? `<w:spacing w:val="${spacing * 20}"/>` : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t>`,
  ].join('')
  const paragraph = [
    '<w:p><w:pPr><w:pStyle w:val="HuibeiNameCard"/>',
    `<w:spacing w:line="${Math.round(size * 1.2) * 20}" w:lineRule="exact"/>`,
    // The last character has room behind it as well; the same before the first keeps the name in the middle.
    `<w:ind w:left="${spacing * 20}" w:firstLine="0"/></w:pPr><w:r>${run}</w:r></w:p>`,
  ].join('')
  return [
    `<w:drawing ${NAMESPACES}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}"`,
    ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>',
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>',
    `<wp:positionV relativeFrom="page"><wp:posOffset>${upper ? 0 : height}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
    `<wp:docPr id="${id}" name="${upper ? '桌签背面' : '桌签正面'}${id}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>',
    `<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm${upper ? ` rot="${UPSIDE_DOWN}"` : ''}><a:off x="0" y="0"/>`,
    `<a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`,
    `<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx>`,
    '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0">',
    '<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>',
  ].join('')
}

/** A run that holds a drawing; `docx` has no text boxes that can be turned. */
class DrawingRun extends TextRun {
  constructor(xml: string, fonts: PageDesign['fonts']) {
    const { latin, body } = fonts
    super({ font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: body, hint: 'eastAsia' } })
    this.root.push(ImportedXmlComponent.fromXmlString(xml))
  }
}

/** One sheet for each name, to be folded along the middle: the name stands on both sides. */
export function nameCards(names: readonly string[], design: PageDesign): Paragraph[] {
  return names.map((name, index) => {
    const [upper, lower] = [true, false].map(
      (isUpper) => new DrawingRun(half(name, index * 2 + (isUpper ? 1 : 2), isUpper, design), design.fonts),
    )
    return new Paragraph({
      style: 'HuibeiNameCard',
      pageBreakBefore: index > 0,
      children: [upper, lower].filter((run) => run !== undefined),
    })
  })
}
