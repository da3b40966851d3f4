import { AlignmentType, Document, ImageRun, Packer, Paragraph } from 'docx'
import type { Settings } from '../../shared/model/settings.ts'
import { handoutDesign } from './handout-design.ts'
import { applicationPropertiesXml, corePropertiesXml, repack } from './package-parts.ts'

interface ChainPage {
  png: Uint8Array
  /** Pixels; only their proportion counts. */
  width: number
  height: number
  title: string
  author: string
  /** ISO time for the document properties. */
  date: string
  settings: Settings
}

const MARGIN = 720
const PIXELS_PER_TWIP = 96 / 1440

/** The picture of the chain on one page of a Word document, across where it is wider than high. Pure. */
export async function chainDocx({ png, width, height, title, author, date, settings }: ChainPage): Promise<Uint8Array> {
  const page = handoutDesign(settings, width >= height)
  const room = { width: page.width - 2 * MARGIN, height: page.height - 2 * MARGIN - 240 }
  const scale = Math.min(room.width / width, room.height / height) * PIXELS_PER_TWIP
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
    altText: { name: title, title, description: title },
  })
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin } },
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] })],
      },
    ],
  })
  const orient = (xml: string) =>
    width >= height ? xml.replace(/(<w:pgSz [^>]*?)w:orient="portrait"/, '$1w:orient="landscape"') : xml
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)), {
    'word/document.xml': orient,
    'docProps/core.xml': corePropertiesXml({ title, author, date }),
    'docProps/app.xml': applicationPropertiesXml(),
  })
}
