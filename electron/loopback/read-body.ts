import type { IncomingMessage } from 'node:http'

/** The body was longer than allowed. */
export class BodyTooLarge extends Error {}

/**
 * Reads a request's body as UTF-8 text and stops taking it in as soon as it is longer than `limit` bytes.
 * @throws BodyTooLarge, or an error when the sender goes away
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) {
        chunks.push(chunk)
        return
      }
      request.removeAllListeners('data')
      request.pause()
      reject(new BodyTooLarge())
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
    request.on('close', () => reject(new Error('request ended early')))
  })
}
