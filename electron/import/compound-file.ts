import { Failure } from '../../shared/contract/failures.ts'

const HEADER_SIZE = 512
const FREE = 0xffff_fffa
const DIRECTORY_ENTRY = 128
const FAT_IN_HEADER = 109
const STREAM = 2
const ROOT = 5

const broken = () => new Failure('unreadable-file', '文件已经损坏，打不开。请换一份完好的再试。')

interface Stream {
  start: number
  size: number
}

/**
 * The streams of an old-style container (MS-CFB): what .doc, .wps and .xls are made of. Every chain of sectors is
 * followed at most as far as the file is long, so that no file can send the reader in circles.
 */
export class CompoundFile {
  private readonly view: DataView
  private readonly sectorSize: number
  private readonly miniSize: number
  private readonly miniLimit: number
  private readonly table: number[] = []
  private readonly miniTable: number[] = []
  private readonly streams = new Map<string, Stream>()
  private mini: Uint8Array = new Uint8Array()

  /** @throws Failure `unreadable-file` */
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.byteLength < HEADER_SIZE) throw broken()
    try {
      this.sectorSize = 1 << this.within(this.view.getUint16(30, true), 9, 12)
      this.miniSize = 1 << this.within(this.view.getUint16(32, true), 6, 9)
      this.miniLimit = this.view.getUint32(56, true)
      this.readTable()
      this.readDirectory()
    } catch (error) {
      throw error instanceof RangeError ? broken() : error
    }
  }

  /** @throws Failure `unreadable-file` */
  stream(name: string): Uint8Array | null {
    const entry = this.streams.get(name)
    if (!entry) return null
    try {
      const whole = entry.size < this.miniLimit ? this.miniChain(entry.start) : this.chain(entry.start)
      if (whole.length < entry.size) throw broken()
      return whole.subarray(0, entry.size)
    } catch (error) {
      throw error instanceof RangeError ? broken() : error
    }
  }

  private within(value: number, least: number, most: number): number {
    if (value < least || value > most) throw broken()
    return value
  }

  private sector(index: number): Uint8Array {
    const start = (index + 1) * this.sectorSize
    if (index < 0 || start >= this.view.byteLength) throw broken()
    const end = Math.min(start + this.sectorSize, this.view.byteLength)
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, end - start)
  }

  private numbers(sector: Uint8Array): number[] {
    const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength)
    return Array.from({ length: Math.floor(sector.byteLength / 4) }, (_, index) => view.getUint32(index * 4, true))
  }

  private get mostSectors(): number {
    return Math.ceil(this.view.byteLength / this.sectorSize)
  }

  private readTable(): void {
    const places = Array.from({ length: FAT_IN_HEADER }, (_, index) => this.view.getUint32(76 + index * 4, true))
    let next = this.view.getUint32(68, true)
    for (let count = 0; next < FREE && count < this.mostSectors; count++) {
      const more = this.numbers(this.sector(next))
      next = more.pop() ?? FREE
      places.push(...more)
    }
    for (const place of places.filter((index) => index < FREE).slice(0, this.mostSectors))
      for (const entry of this.numbers(this.sector(place))) this.table.push(entry)
  }

  private chain(start: number): Uint8Array {
    const sectors: Uint8Array[] = []
    for (let index = start; index < FREE; index = this.table[index] ?? FREE) {
      if (sectors.length > this.mostSectors) throw broken()
      sectors.push(this.sector(index))
    }
    return Buffer.concat(sectors)
  }

  private miniChain(start: number): Uint8Array {
    const sectors: Uint8Array[] = []
    for (let index = start; index < FREE; index = this.miniTable[index] ?? FREE) {
      const at = index * this.miniSize
      if (at >= this.mini.length || sectors.length * this.miniSize > this.mini.length) throw broken()
      sectors.push(this.mini.subarray(at, at + this.miniSize))
    }
    return Buffer.concat(sectors)
  }

  private readDirectory(): void {
    const directory = this.chain(this.view.getUint32(48, true))
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
    let root: Stream | null = null
    for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
      const kind = view.getUint8(at + 66)
      const length = Math.min(view.getUint16(at + 64, true), 64)
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)))
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) }
      if (kind === ROOT) root ??= entry
      // The first of a name is the document's own; those behind belong to what is embedded in it.
      else if (kind === STREAM && !this.streams.has(name)) this.streams.set(name, entry)
    }
    const miniStart = this.view.getUint32(60, true)
    if (miniStart < FREE) this.miniTable.push(...this.numbers(this.chain(miniStart)))
    if (root && root.start < FREE) this.mini = this.chain(root.start)
  }
}
