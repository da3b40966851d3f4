import { createHash } from 'node:crypto'

/**
 * A short sign of a stored text with what its facts showed, by which an exported file is known again.
 * @param facts as JSON; '' in versions and files of older programs
 */
export function paperVersion(body: string, facts: string): string {
  return createHash('sha256')
    .update(facts === '' ? body : `${body}\n${facts}`)
    .digest('hex')
    .slice(0, 24)
}
