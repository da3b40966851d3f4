import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/**
 * The user at the other end of a connection over 127.0.0.1, from the kernel's table of connections: its number, or
 * null where the system has no such table.
 * @param table the text of /proc/net/tcp
 */
export function connectionOwner(table: string, from: number, to: number): number | null {
  const LOOPBACK = '0100007F'
  const end = (port: number) => `${LOOPBACK}:${port.toString(16).toUpperCase().padStart(4, '0')}`
  for (const line of table.split('\n').slice(1)) {
    const [, local, remote, , , , , user] = line.trim().split(/\s+/)
    if (local === end(from) && remote === end(to)) return Number(user)
  }
  return null
}

/**
 * Whether a request surely comes from another user of this machine. Linux shows every command line to every user, and
 * with it the code of a window that is just opening: a code brought by somebody else is no use to him.
 */
export function isOtherUser({ remotePort = 0, localPort = 0 }: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  if (process.platform !== 'linux') return false
  let owner: number | null
  try {
    owner = connectionOwner(readFileSync('/proc/net/tcp', 'utf8'), remotePort, localPort)
  } catch {
    return false
  }
  return owner !== null && owner !== process.getuid?.()
}
