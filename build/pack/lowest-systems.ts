/**
 * The oldest systems a binary runs on, read from the binary itself: the highest GLIBC version an ELF file asks for, and
 * the subsystem version of a Windows program.
 */

export interface Lowest {
  system: 'linux' | 'windows'
  /** `2.34` of glibc, or `10.0` of Windows. */
  version: string
  /** `3.4.29` of GLIBCXX in libstdc++.so.6, where the file asks for it. */
  libstdcxx?: string
}

/** `glibc 2.34, libstdc++ 3.4.29`, or `Windows 10.0`. */
export const inWords = ({ system, version, libstdcxx }: Lowest): string =>
  `${system === 'linux' ? 'glibc' : 'Windows'} ${version}${libstdcxx ? `, libstdc++ ${libstdcxx}` : ''}`

/** A file shorter than the head of an ELF file is neither. */
const SHORTEST = 64

/** What all of these files together need: of each the highest; null where none needs anything. */
export function lowestOfAll(files: readonly Lowest[]): Lowest | null {
  return files.reduce<Lowest | null>((all, one) => {
    if (!all) return one
    const version = isOlder(all.version, one.version) ? one.version : all.version
    const libstdcxx = isOlder(all.libstdcxx ?? '0', one.libstdcxx ?? '0') ? one.libstdcxx : all.libstdcxx
    return { system: one.system, version, ...(libstdcxx ? { libstdcxx } : {}) }
  }, null)
}

/** @returns null for anything that is neither an ELF file of Linux with glibc nor a Windows program */
export function lowestSystem(bytes: Buffer): Lowest | null {
  if (bytes.length < SHORTEST) return null
  const needs = bytes.readUInt32BE(0) === 0x7f454c46 ? versionNeeds(bytes) : []
  const glibc = highest(needs, 'GLIBC_2.')
  const libstdcxx = highest(needs, 'GLIBCXX_3.')
  if (glibc) return { system: 'linux', version: glibc, ...(libstdcxx ? { libstdcxx } : {}) }
  const windows = bytes.readUInt16BE(0) === 0x4d5a ? lowestWindows(bytes) : null
  return windows ? { system: 'windows', version: windows } : null
}

// Section header types of ELF (System V ABI, chapter 4, and the GNU symbol versioning extension).
const VERSIONS_NEEDED = 0x6ffffffe

/** The version needs of a 64-bit little-endian ELF file: section `.gnu.version_r` and the strings it is linked to. */
function versionNeeds(bytes: Buffer): string[] {
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
  const versions: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { type, offset, link, entries } = section(index)
    if (type !== VERSIONS_NEEDED) continue
    const strings = section(link).offset
    let file = offset
    for (let each = 0; each < entries; each += 1) {
      let need = file + bytes.readUInt32LE(file + 8)
      for (let name = bytes.readUInt16LE(file + 2); name > 0; name -= 1) {
        const start = strings + bytes.readUInt32LE(need + 8)
        versions.push(bytes.toString('latin1', start, bytes.indexOf(0, start)))
        need += bytes.readUInt32LE(need + 12)
      }
      file += bytes.readUInt32LE(file + 12)
    }
  }
  return versions
}

/** @param start `GLIBC_2.`: only names that begin so count */
const highest = (needs: readonly string[], start: string): string | undefined =>
  needs
    .filter((name) => name.startsWith(start))
    .map((name) => name.replace(/^[^_]*_/, ''))
    .reduce<string | undefined>((high, one) => (high === undefined || isOlder(high, one) ? one : high), undefined)

/** Whether one version, numbers with points between, comes before another. */
export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0))
  return at < 0 ? b.length > a.length : (a[at] ?? 0) < (b[at] ?? 0)
}

/** Major and minor subsystem version of the optional header (PE format, offset 48 in it for 32 and 64 bits alike). */
function lowestWindows(bytes: Buffer): string | null {
  const header = bytes.readUInt32LE(0x3c)
  if (bytes.toString('latin1', header, header + 4) !== 'PE\0\0') return null
  const optional = header + 24
  return `${bytes.readUInt16LE(optional + 48)}.${bytes.readUInt16LE(optional + 50)}`
}
