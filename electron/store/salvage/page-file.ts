import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** The pages of a database file as they stand on the disk, those of its write-ahead log before those of the file. */
export interface PageFile {
  pages: number
  /** Bytes of a page that carry content. */
  usable: number
  /** From 1. Null where the file has no such page. */
  page(number: number): Buffer | null
  close(): void
}

const WAL_HEAD = 32
const FRAME_HEAD = 24
const USUAL_PAGE = 4096

/**
 * Layout: sqlite.org/fileformat2.html, sections 1.3 (head) and 4 (write-ahead log). Nothing is trusted: a head that
 * makes no sense counts as the usual one.
 */
export function openPageFile(path: string, logPath: string): PageFile {
  const file = openSync(path, 'r')
  const log = existsSync(logPath) ? openSync(logPath, 'r') : null
  const head = readAt(file, 0, 100)
  const size = pageSize(head)
  const inLog = log === null ? new Map<number, number>() : lastFrames(log, size)
  const inFile = Math.ceil(fstatSync(file).size / size)
  return {
    pages: Math.max(inFile, ...inLog.keys()),
    // Our libraries reserve nothing at the end of a page; a head that says otherwise is damaged.
    usable: size,
    page(number) {
      const frame = inLog.get(number)
      const page =
        frame !== undefined && log !== null ? readAt(log, frame, size) : readAt(file, (number - 1) * size, size)
      return number >= 1 && page.length === size ? page : null
    },
    close() {
      closeSync(file)
      if (log !== null) closeSync(log)
    },
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
  } catch {
    // A bad sector: the page is lost, the others are not.
    return bytes.subarray(0, 0)
  }
}

function pageSize(head: Buffer): number {
  const stored = head.length < 18 ? 0 : head.readUInt16BE(16)
  const size = stored === 1 ? 65_536 : stored
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_PAGE
}

/** Page → where its newest committed content stands in the log. */
function lastFrames(log: number, size: number): Map<number, number> {
  const head = readAt(log, 0, WAL_HEAD)
  const committed = new Map<number, number>()
  if (head.length < WAL_HEAD) return committed
  const salts = head.subarray(16, 24)
  let waiting: [number, number][] = []
  for (let at = WAL_HEAD; ; at += FRAME_HEAD + size) {
    const frame = readAt(log, at, FRAME_HEAD)
    // Frames of an earlier round carry other salts.
    if (frame.length < FRAME_HEAD || !frame.subarray(8, 16).equals(salts)) return committed
    waiting.push([frame.readUInt32BE(0), at + FRAME_HEAD])
    if (frame.readUInt32BE(4) === 0) continue
    for (const [page, position] of waiting) committed.set(page, position)
    waiting = []
  }
}
