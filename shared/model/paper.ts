import { Node } from 'prosemirror-model'
import { type PaperNode, paperSchema } from './schema.ts'

/** Version of the stored form; raise it with a reader for the older one when the schema changes. */
export const PAPER_FORMAT = 1

/** A stored paper could not be read; `message` says what is wrong, for the log. */
export class UnreadablePaper extends Error {}

/** The stored form of a paper: JSON text. */
export function writePaper(doc: PaperNode): string {
  return JSON.stringify({ format: PAPER_FORMAT, doc: doc.toJSON() })
}

/**
 * Reads the stored form back.
 * @throws UnreadablePaper when it is not JSON, is newer than this program, or breaks the schema.
 */
export function readPaper(json: string): PaperNode {
  let stored: unknown
  try {
    stored = JSON.parse(json)
  } catch {
    throw new UnreadablePaper('not JSON')
  }
  const { format, doc } = (stored ?? {}) as { format?: unknown; doc?: unknown }
  if (format !== PAPER_FORMAT) throw new UnreadablePaper(`format ${String(format)}`)
  try {
    const node = Node.fromJSON(paperSchema, doc)
    node.check()
    return node
  } catch (error) {
    throw new UnreadablePaper(error instanceof Error ? error.message : String(error))
  }
}
