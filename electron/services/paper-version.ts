import { createHash } from 'node:crypto'

/** A short sign of a stored text, by which an exported file is known again. */
export function paperVersion(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 24)
}
