import { VERSION_PROPERTY } from '../docx/style-names.ts'
import { type Remark, readComments } from './docx-comments.ts'
import { type ImportedPaper, importPaper } from './import-paper.ts'
import { readXml } from './xml-reader.ts'
import { ZipReader } from './zip-reader.ts'

export interface Draft extends ImportedPaper {
  /** What the file says of the version it was exported from; '' when it says nothing. */
  version: string
  remarks: Remark[]
}

function versionOf(xml: string | null): string {
  let version = ''
  let inside = false
  if (xml !== null)
    readXml(xml, {
      open: (name, attribute) => {
        if (name === 'property') inside = attribute('name') === VERSION_PROPERTY
      },
      close: () => {},
      text: (text) => {
        if (inside) version += text.trim()
      },
    })
  return version
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads a draft that comes back from somebody who edited it. @throws Failure as importPaper */
export async function readDraft(fileName: string, bytes: Uint8Array): Promise<Draft> {
  const paper = await importPaper(fileName, bytes)
  const zip = isZip(bytes) ? new ZipReader(bytes) : null
  return {
    ...paper,
    version: versionOf(zip?.text('docProps/custom.xml') ?? null),
    remarks: readComments(zip?.text('word/comments.xml') ?? null),
  }
}
