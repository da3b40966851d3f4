import { Failure } from '../../shared/contract/failures.ts'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'
import { type Recognised, recognisePaper, type SourceLine } from '../../shared/model/recognise.ts'
import { type DocxParagraph, type DocxText, readDocument } from './docx-reader.ts'
import { readOdt } from './odt-reader.ts'
import { isOwnPaper, readOwnPaper } from './own-paper.ts'
import { readXml } from './xml-reader.ts'
import { ZipReader } from './zip-reader.ts'

const LEVELS = 4

/** Where the package says its document lies; usually word/document.xml. */
function documentPart(zip: ZipReader): string | null {
  let target: string | null = null
  const relationships = zip.text('_rels/.rels')
  if (relationships !== null)
    readXml(relationships, {
      open: (name, attribute) => {
        if (name === 'Relationship' && /\/officeDocument$/.test(attribute('Type') ?? ''))
          target ??= (attribute('Target') ?? '').replace(/^\//, '')
      },
      close: () => {},
    })
  return target !== null && zip.has(target) ? target : zip.has('word/document.xml') ? 'word/document.xml' : null
}

function notADocument(zip: ZipReader): Failure {
  if (zip.names.some((name) => name.startsWith('xl/')))
    return new Failure('unsupported-file', '这是一份 Excel 表格，不是 Word 文稿。')
  if (zip.names.some((name) => name.startsWith('ppt/')))
    return new Failure('unsupported-file', '这是一份演示文稿，不是 Word 文稿。')
  return new Failure(
    'unsupported-file',
    `这是一个压缩包，不是 Word 文稿。请先解压，再导入里面的 ${READABLE_FILES} 文件。`,
  )
}

function sourceLine({ pieces, style, outline, autoNumber }: DocxParagraph): SourceLine {
  const text =
    autoNumber +
    pieces
      .map((piece) => piece.text)
      .join('')
      .trimStart()
  const level = outline ?? Number(/^(?:heading|标题) ?([1-9])$/i.exec(style)?.[1] ?? 0)
  return {
    text,
    ...(/^(?:title|标题)$/i.test(style) ? { role: 'title' as const } : {}),
    ...(level >= 1 && level <= LEVELS ? { styleLevel: level } : {}),
  }
}

/** An OpenDocument text, which is a zip as well; other kinds of OpenDocument are not. */
const isOdt = (zip: ZipReader) =>
  zip.has('content.xml') && /^application\/vnd\.oasis\.opendocument\.text/.test(zip.text('mimetype') ?? '')

function recognised({ paragraphs, notes: read }: DocxText): Recognised {
  const { doc, notes } = recognisePaper(paragraphs.map(sourceLine))
  return { doc, notes: [...read, ...notes] }
}

/** A .docx or .odt as a paper. @throws Failure */
export function importDocx(bytes: Uint8Array): Recognised {
  const zip = new ZipReader(bytes)
  const part = documentPart(zip)
  if (part === null && isOdt(zip)) return recognised(readOdt(zip.text('content.xml') ?? '', zip.text('styles.xml')))
  if (part === null) throw notADocument(zip)
  if (!/\.xml$/i.test(part) || /^(?:xl|ppt)\//.test(part)) throw notADocument(zip)
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const text = readDocument(zip.text(part) ?? '', zip.text(`${folder}styles.xml`), zip.text(`${folder}numbering.xml`))
  return isOwnPaper(text) ? readOwnPaper(text) : recognised(text)
}
