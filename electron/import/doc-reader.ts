import { Failure } from '../../shared/contract/failures.ts'
import { CompoundFile } from './compound-file.ts'
import { MOST_CHARACTERS } from './limits.ts'

/** Word 97 and later; offsets into the file information block (MS-DOC 2.5). */
const FIB = { magic: 0xa5ec, oldest: 0xc0, flags: 10, textLength: 76, clx: 418, clxLength: 422 } as const
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const PIECE = 8
const COMPRESSED = 0x4000_0000

const broken = () => new Failure('unreadable-file', '文件已经损坏，读不出文字。请换一份完好的再试。')

/** The table of pieces lies behind the property changes of fast saves (MS-DOC 2.9.38). */
function pieceTable(table: Uint8Array, offset: number, length: number): DataView {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const end = Math.min(offset + length, table.byteLength)
  let at = offset
  while (at < end && view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true)
  if (at >= end || view.getUint8(at) !== 2) throw broken()
  const size = view.getUint32(at + 1, true)
  if (size < 4 || at + 5 + size > table.byteLength) throw broken()
  return new DataView(table.buffer, table.byteOffset + at + 5, size)
}

/** The characters of the main text; headers, notes and comments lie behind them. */
function mainText(document: Uint8Array, pieces: DataView, characters: number): string {
  const count = Math.floor((pieces.byteLength - 4) / (4 + PIECE))
  const [narrow, wide] = [new TextDecoder('windows-1252'), new TextDecoder('utf-16le')]
  const parts: string[] = []
  for (let index = 0; index < count; index++) {
    const [from, to] = [pieces.getUint32(index * 4, true), pieces.getUint32(index * 4 + 4, true)]
    const wanted = Math.min(to, characters) - from
    if (to < from) throw broken()
    if (wanted <= 0) continue
    const place = pieces.getUint32((count + 1) * 4 + index * PIECE + 2, true)
    const isNarrow = (place & COMPRESSED) !== 0
    const start = isNarrow ? (place & ~COMPRESSED) >>> 1 : place
    const end = start + wanted * (isNarrow ? 1 : 2)
    if (end > document.length) throw broken()
    parts.push((isNarrow ? narrow : wide).decode(document.subarray(start, end)))
  }
  return parts.join('')
}

/** What stands for things that are no text: fields keep their result, cells and breaks end a line. */
function plainText(text: string): string {
  let depth = 0
  let result = ''
  const hidden: boolean[] = []
  for (const char of text) {
    if (char === '\u0013') {
      hidden[depth] = true
      depth += 1
    } else if (char === '\u0014') hidden[Math.max(0, depth - 1)] = false
    else if (char === '\u0015') {
      depth = Math.max(0, depth - 1)
      hidden[depth] = false
    } else if (hidden.slice(0, depth).includes(true)) continue
    else if (char === '\r' || char === '\u0007' || char === '\u000c') result += '\n'
    else if (char === '\u000b') result += '\n'
    else if (char === '\u001e') result += '-'
    else if (char === '\t' || char >= ' ') result += char
  }
  return result
}

/**
 * The text of a Word 97–2003 file (.doc, and the .wps of WPS), without its look.
 * @throws Failure `unreadable-file`, `password-protected`, `unsupported-file`, `too-large`
 */
export function readDoc(bytes: Uint8Array): string {
  const file = new CompoundFile(bytes)
  const document = file.stream('WordDocument')
  if (!document || document.length < FIB.clxLength + 4) throw broken()
  const view = new DataView(document.buffer, document.byteOffset, document.byteLength)
  if (view.getUint16(0, true) !== FIB.magic) throw broken()
  if (view.getUint16(2, true) < FIB.oldest)
    throw new Failure('unsupported-file', '这是 Word 95 以前的文件，这里读不了。请用 Word 或 WPS 另存为 .docx 再导入。')
  const flags = view.getUint16(FIB.flags, true)
  if (flags & ENCRYPTED) throw new Failure('password-protected', '文件设了密码。请在 Word 或 WPS 里取消密码后再导入。')
  const table = file.stream(flags & SECOND_TABLE ? '1Table' : '0Table')
  const characters = view.getUint32(FIB.textLength, true)
  if (!table) throw broken()
  if (characters > MOST_CHARACTERS) throw new Failure('too-large', '文稿超过 200 万字，读不了。')
  try {
    const pieces = pieceTable(table, view.getUint32(FIB.clx, true), view.getUint32(FIB.clxLength, true))
    return plainText(mainText(document, pieces, characters))
  } catch (error) {
    throw error instanceof RangeError ? broken() : error
  }
}
