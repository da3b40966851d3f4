import { ImportedXmlComponent, TextRun } from 'docx'
import type { PageDesign } from './page-design.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

/** A text box that lies on the sheet. Lengths in English metric units (914,400 to the inch) from its upper left edge. */
export interface TextBox {
  id: number
  name: string
  left: number
  top: number
  width: number
  height: number
  /** Sixtieths of a thousandth of a degree, clockwise; the text turns with its box. */
  rotation?: number
  /** How the text runs: level, or every line from top to bottom. */
  direction: 'horz' | 'vert'
  anchor: 't' | 'ctr'
  /** Whether text would have to keep clear of it. */
  wrap: boolean
  /** Paragraphs, as XML. */
  content: string
}

export function textBoxXml(box: TextBox): string {
  const { id, name, left, top, width, height, rotation, direction, anchor, wrap, content } = box
  return [
    `<w:drawing ${NAMESPACES}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}"`,
    ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${left}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${top}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
    wrap ? '<wp:wrapSquare wrapText="bothSides"/>' : '<wp:wrapNone/>',
    `<wp:docPr id="${id}" name="${name}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>',
    `<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm${rotation ? ` rot="${rotation}"` : ''}><a:off x="0" y="0"/>`,
    `<a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`,
    `<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`,
    `<wps:bodyPr rot="0" vert="${direction}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}" anchorCtr="0">`,
    '<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>',
  ].join('')
}

/** A run that holds a drawing; `docx` has no text boxes that can be turned. */
export class DrawingRun extends TextRun {
  constructor(xml: string, { latin, body }: PageDesign['fonts']) {
    super({ font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: body, hint: 'eastAsia' } })
    this.root.push(ImportedXmlComponent.fromXmlString(xml))
  }
}
