import { connect } from 'node:net'

/** Sends bytes as they are and resolves to all that comes back until the connection ends. */
export function rawRequest(port: number, request: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.write(request)
  })
}

/** The number in an answer's first line; 0 when the connection ended without one. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

/** A request with its headers in the order they are given. */
export function requestText(firstLine: string, headers: Record<string, string>, body = ''): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `${firstLine} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}
