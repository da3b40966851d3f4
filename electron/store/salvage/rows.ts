import type { PageFile } from './page-file.ts'

// Reading rows out of single pages, without the tree above them.
// Layout: sqlite.org/fileformat2.html, sections 1.6 (pages and cells) and 2.1 (records).

export type Value = string | number | Buffer | null

const INTERIOR_TABLE = 0x05
const LEAF_TABLE = 0x0d
/** Bytes; more than any paper. A length beyond it is a damaged one. */
const LONGEST = 64_000_000

const headOf = (number: number): number => (number === 1 ? 100 : 0)
const utf8 = new TextDecoder('utf-8')

export const isLeaf = (page: Buffer, number: number): boolean => page[headOf(number)] === LEAF_TABLE

function cells(page: Buffer, number: number, headLength: number): number[] {
  const head = headOf(number)
  const count = page.readUInt16BE(head + 3)
  const found: number[] = []
  for (let index = 0; index < count; index++) {
    const at = head + headLength + index * 2
    if (at + 2 > page.length) break
    const cell = page.readUInt16BE(at)
    if (cell > 0 && cell < page.length - 3) found.push(cell)
  }
  return found
}

/** The pages below an interior page of a table; null when the page is none. */
export function children(page: Buffer, number: number): number[] | null {
  if (page[headOf(number)] !== INTERIOR_TABLE) return null
  return [...cells(page, number, 12).map((at) => page.readUInt32BE(at)), page.readUInt32BE(headOf(number) + 8)]
}

/** What can be read of the rows on a leaf page. A row that cannot is left out and counted. */
export function rowsOf(file: PageFile, page: Buffer, number: number): { rows: Value[][]; lost: number } {
  const rows: Value[][] = []
  let lost = 0
  for (const cell of cells(page, number, 8)) {
    try {
      rows.push(record(payload(file, page, cell)))
    } catch {
      lost += 1
    }
  }
  return { rows, lost }
}

function varint(bytes: Buffer, start: number): { value: number; next: number } {
  let value = 0
  for (let index = 0; index < 8; index++) {
    const byte = bytes.readUInt8(start + index)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: start + index + 1 }
  }
  return { value: value * 256 + bytes.readUInt8(start + 8), next: start + 9 }
}

function payload(file: PageFile, page: Buffer, cell: number): Buffer {
  const length = varint(page, cell)
  if (length.value > LONGEST) throw new Error('too long')
  const { next: start } = varint(page, length.next)
  const most = file.usable - 35
  if (length.value <= most) return within(page, start, length.value)
  const least = Math.floor(((file.usable - 12) * 32) / 255) - 23
  const wished = least + ((length.value - least) % (file.usable - 4))
  const local = wished <= most ? wished : least
  const parts = [within(page, start, local)]
  let left = length.value - local
  let next = within(page, start + local, 4).readUInt32BE(0)
  while (left > 0) {
    const overflow = file.page(next)
    if (!overflow) throw new Error('no such page')
    const part = overflow.subarray(4, 4 + Math.min(left, file.usable - 4))
    parts.push(part)
    left -= part.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function within(bytes: Buffer, start: number, length: number): Buffer {
  if (start + length > bytes.length) throw new Error('beyond the page')
  return bytes.subarray(start, start + length)
}

function record(bytes: Buffer): Value[] {
  const head = varint(bytes, 0)
  const types: number[] = []
  for (let at = head.next; at < head.value; ) {
    const type = varint(bytes, at)
    types.push(type.value)
    at = type.next
  }
  let at = head.value
  return types.map((type) => {
    const length = lengthOf(type)
    const value = read(within(bytes, at, length), type)
    at += length
    return value
  })
}

const INTEGER_LENGTHS = [0, 1, 2, 3, 4, 6, 8]

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return type === 7 ? 8 : (INTEGER_LENGTHS[type] ?? 0)
}

function read(bytes: Buffer, type: number): Value {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type >= 12) return type % 2 === 0 ? Buffer.from(bytes) : utf8.decode(bytes)
  if (type === 6) return Number(bytes.readBigInt64BE(0))
  if (type > 6) throw new Error('no such type')
  return bytes.readIntBE(0, bytes.length)
}
