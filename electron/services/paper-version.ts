import { createHash } from 'node:crypto'

const sign = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)

/**
 * A short sign of a stored text, and behind a point one of what its facts showed, by which an exported file is known.
 * @param facts as JSON; '' where they are not known
 */
export function paperVersion(body: string, facts: string): string {
  return facts === '' ? sign(body, 24) : `${sign(body, 24)}.${sign(facts, 12)}`
}

/**
 * The version a file was exported from: of the same text and the same facts; else of the same text, as in a meeting
 * that came from another computer and in files of older programs.
 * @param versions newest first
 */
export function findVersion<V extends { body: string; facts: string }>(
  versions: readonly V[],
  wanted: string,
): V | undefined {
  const [body] = wanted.split('.')
  return (
    versions.find((version) => paperVersion(version.body, version.facts) === wanted) ??
    versions.find((version) => paperVersion(version.body, '') === body)
  )
}
