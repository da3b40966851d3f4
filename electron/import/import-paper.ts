import { Failure } from '../../shared/contract/failures.ts'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'
import { type Recognised, recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { textView } from '../../shared/model/text-view.ts'
import { decodeText } from './decode-text.ts'
import { readDoc } from './doc-reader.ts'
import { importDocx } from './import-docx.ts'
import { LARGEST_FILE, MOST_CHARACTERS } from './limits.ts'

export interface ImportedPaper {
  doc: PaperNode
  /** What was not understood, as sentences for the user. */
  notes: string[]
  /** The paper's plain text. */
  text: string
}

const unsupported = (what: string, how: string) => new Failure('unsupported-file', `${what}，这里读不了。${how}`)
const SAVE_AS_DOCX = '请用 Word 或 WPS 另存为 .docx 再导入。'

function startsWith(bytes: Uint8Array, signature: readonly number[] | string): boolean {
  const wanted = typeof signature === 'string' ? Array.from(signature, (char) => char.charCodeAt(0)) : signature
  return wanted.every((byte, index) => bytes[index] === byte)
}

/** Word keeps an encrypted .docx in an old-style container, whose directory names its parts in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

const OLD_WORD =
  '旧版 Word 文件（.doc）只读得出文字：自动编号没有文字，不会读入；有修订的，删去的字也在里面。请对照原文看一遍。'

/** @throws Failure */
function readOldContainer(bytes: Uint8Array): Recognised {
  if (holdsName(bytes, 'EncryptedPackage') || holdsName(bytes, 'EncryptionInfo'))
    throw new Failure('password-protected', '文件设了密码。请在 Word 或 WPS 里取消密码后再导入。')
  if (!holdsName(bytes, 'WordDocument')) throw unsupported('这不是 Word 文稿', `请导入 ${READABLE_FILES} 文件。`)
  const { doc, notes } = recognisePaper(sourceLines(readDoc(bytes)))
  return { doc, notes: [OLD_WORD, ...notes] }
}

function read(fileName: string, bytes: Uint8Array): Recognised {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return importDocx(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readOldContainer(bytes)
  if (startsWith(bytes, '{\\rtf')) throw unsupported('这是 RTF 格式的文件', SAVE_AS_DOCX)
  if (startsWith(bytes, '%PDF')) throw unsupported('这是 PDF 文件', '请找到它的 Word 原稿再导入。')
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]))
    throw unsupported('这是一张图片', `请导入 ${READABLE_FILES} 文件。`)
  if (/\.(?:docx|docm|dotx)$/i.test(fileName))
    throw new Failure('unreadable-file', '文件已经损坏，打不开。请换一份完好的再试。')
  const { text, broken } = decodeText(bytes)
  const { doc, notes } = recognisePaper(sourceLines(text))
  const damage = broken > 0 ? [`文件有 ${broken} 处损坏，读不出的字用 □ 代替，请对照原文补上。`] : []
  return { doc, notes: [...damage, ...notes] }
}

/**
 * Reads somebody's file into a paper; what it is, its content decides before its name. A .docx that 会备 wrote comes
 * back as it was exported. Foreign text keeps every character of its paragraphs.
 * @throws Failure `unsupported-file`, `unreadable-file`, `too-large`, `password-protected`, with a sentence for the user
 */
export async function importPaper(fileName: string, bytes: Uint8Array): Promise<ImportedPaper> {
  if (bytes.length > LARGEST_FILE) throw new Failure('too-large', '文件超过 30 MB，不像是一份文稿。')
  if (bytes.length === 0) throw new Failure('unreadable-file', '文件是空的。')
  const { doc, notes } = read(fileName, bytes)
  const { text } = textView(doc, (key) => ({ text: null, label: key }))
  if (text.trim() === '') throw new Failure('unreadable-file', '文件里没有文字。')
  if (text.length > MOST_CHARACTERS) throw new Failure('too-large', '文稿超过 200 万字，读不了。')
  return { doc, notes, text }
}
