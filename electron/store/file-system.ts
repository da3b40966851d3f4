import { type StatsFsBase, statfsSync } from 'node:fs'

/** Kinds of file system on another machine, by the number Linux gives them (statfs(2)). */
const NETWORK_KINDS = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x01021997, // 9P
  0x5346414f, // AFS
  0x65735543, // FUSE control
  0x73757245, // Coda
])

/** Whether a folder lies on a drive of another machine, where a write-ahead log cannot promise anything. */
export function isOnNetwork(
  folder: string,
  kindOf: (path: string) => Pick<StatsFsBase<number>, 'type'> = statfsSync,
): boolean {
  if (/^(?:\\\\|\/\/)[^\\/?.]/.test(folder)) return true
  try {
    return process.platform === 'linux' && NETWORK_KINDS.has(kindOf(folder).type >>> 0)
  } catch {
    return false
  }
}
