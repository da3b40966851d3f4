/**
 * The oldest systems a binary runs on, read from the binary itself: the highest GLIBC version an ELF file asks for, and
 * the subsystem version of a Windows program.
 */

export interface Lowest {
  system: 'linux' | 'windows'
  /** `2.34` of glibc, or `10.0` of Windows. */
  version: string
}

/** @returns null for anything that is neither an ELF file of Linux with glibc nor a Windows program */
export function lowestSystem(bytes: Buffer): Lowest | null {
  const glibc = bytes.readUInt32BE(0) === 0x7f454c46 ? lowestGlibc(bytes) : null
  if (glibc) return { system: 'linux', version: glibc }
  const windows = bytes.readUInt16BE(0) === 0x4d5a ? lowestWindows(bytes) : null
  return windows ? { system: 'windows', version: windows } : null
}

// Section header types of ELF (System V ABI, chapter 4, and the GNU symbol versioning extension).
const VERSIONS_NEEDED = 0x6ffffffe

/** The version needs of a 64-bit little-endian ELF file: section `.gnu.version_r` and the strings it is linked to. */
function lowestGlibc(bytes: Buffer): string | null {
  const table = Number(bytes.readBigUInt64LE(0x28))
  const size = bytes.readUInt16LE(0x3a)
  const count = bytes.readUInt16LE(0x3c)
  const section = (index: number) => {
    const at = table + index * size
    return {
      type: bytes.readUInt32LE(at + 4),
      offset: Number(bytes.readBigUInt64LE(at + 0x18)),
      link: bytes.readUInt32LE(at + 0x28),
      entries: bytes.readUInt32LE(at + 0x2c),
    }
  }
  const versions: number[][] = []
  for (let index = 0; index < count; index += 1) {
    const { type, offset, link, entries } = section(index)
    if (type !== VERSIONS_NEEDED) continue
    const strings = section(link).offset
    let file = offset
    for (let each = 0; each < entries; each += 1) {
      let need = file + bytes.readUInt32LE(file + 8)
      for (let name = bytes.readUInt16LE(file + 2); name > 0; name -= 1) {
        const start = strings + bytes.readUInt32LE(need + 8)
        const text = bytes.toString('latin1', start, bytes.indexOf(0, start))
        if (text.startsWith('GLIBC_2.')) versions.push(text.slice('GLIBC_'.length).split('.').map(Number))
        need += bytes.readUInt32LE(need + 12)
      }
      file += bytes.readUInt32LE(file + 12)
    }
  }
  return versions.sort(compare).at(-1)?.join('.') ?? null
}

const compare = (one: number[], other: number[]): number =>
  (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0) || (one[2] ?? 0) - (other[2] ?? 0)

/** Major and minor subsystem version of the optional header (PE format, offset 48 in it for 32 and 64 bits alike). */
function lowestWindows(bytes: Buffer): string | null {
  const header = bytes.readUInt32LE(0x3c)
  if (bytes.toString('latin1', header, header + 4) !== 'PE\0\0') return null
  const optional = header + 24
  return `${bytes.readUInt16LE(optional + 48)}.${bytes.readUInt16LE(optional + 50)}`
}
