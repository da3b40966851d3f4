import { inflateRawSync } from 'node:zlib'
import { Failure } from '../../shared/contract/failures.ts'
import { LARGEST_PART, MOST_ENTRIES } from './limits.ts'

interface Entry {
  method: number
  encrypted: boolean
  compressedSize: number
  headerAt: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

const broken = () => new Failure('unreadable-file', '文件已经损坏，打不开。请换一份完好的再试。')

/**
 * The parts of a zip file, unpacked one by one when asked for. What a header says about sizes is not believed: a part
 * that grows over the limit stops there (zip bombs).
 */
export class ZipReader {
  private readonly buffer: Buffer
  private readonly entries = new Map<string, Entry>()

  /** @throws Failure `unreadable-file` */
  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.readDirectory()
    } catch (error) {
      throw error instanceof Failure ? error : broken()
    }
  }

  get names(): string[] {
    return [...this.entries.keys()]
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /**
   * A part as text, or null when there is none.
   * @throws Failure `too-large`, `password-protected`, `unreadable-file`
   */
  text(name: string): string | null {
    const bytes = this.bytes(name)
    try {
      return bytes && decodeXml(bytes)
    } catch {
      throw broken()
    }
  }

  /**
   * A part as it is, or null when there is none.
   * @throws Failure `too-large`, `password-protected`, `unreadable-file`
   */
  bytes(name: string): Buffer | null {
    const entry = this.entries.get(name)
    if (!entry) return null
    if (entry.encrypted) throw new Failure('password-protected', '文件设了密码。请先取消密码再导入。')
    try {
      return this.unpack(entry)
    } catch (error) {
      if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw new Failure('too-large', '文件展开后过大，不像是一份文稿。')
      throw error instanceof Failure ? error : broken()
    }
  }

  private readDirectory(): void {
    const { buffer } = this
    let end = buffer.length - END_SIZE
    const first = Math.max(0, end - LONGEST_COMMENT)
    while (end >= first && buffer.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
    if (end < first) throw broken()
    const count = buffer.readUInt16LE(end + 10)
    if (count > MOST_ENTRIES) throw new Failure('too-large', '文件里的内容太多，不像是一份文稿。')
    let at = buffer.readUInt32LE(end + 16)
    for (let index = 0; index < count; index++) {
      if (buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken()
      const nameLength = buffer.readUInt16LE(at + 28)
      const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
      this.entries.set(name, {
        encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
        method: buffer.readUInt16LE(at + 10),
        compressedSize: buffer.readUInt32LE(at + 20),
        headerAt: buffer.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    }
  }

  private unpack({ method, compressedSize, headerAt }: Entry): Buffer {
    const { buffer } = this
    if (buffer.readUInt32LE(headerAt) !== LOCAL_HEADER) throw broken()
    const start = headerAt + 30 + buffer.readUInt16LE(headerAt + 26) + buffer.readUInt16LE(headerAt + 28)
    if (start + compressedSize > buffer.length) throw broken()
    const packed = buffer.subarray(start, start + compressedSize)
    if (method === 0) return packed
    if (method !== 8) throw broken()
    return inflateRawSync(packed, { maxOutputLength: LARGEST_PART })
  }
}

/** XML parts are UTF-8, or UTF-16 with a mark. */
function decodeXml(bytes: Buffer): string {
  const utf16 =
    bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}
