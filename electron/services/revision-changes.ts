import { type ChangeSize, changeSize } from '../../shared/text/change-size.ts'

interface KeptText {
  /** Stands for this very text. */
  key: string
  body(): string
}

/** Pairs of texts that are remembered. */
const MOST = 2000

/** Measures changes between stored texts, each pair once. */
export function createChangeMemo(): (older: KeptText, newer: KeptText) => ChangeSize {
  const known = new Map<string, ChangeSize>()
  return (older, newer) => {
    const key = `${older.key} ${newer.key}`
    const found = known.get(key) ?? changeSize(paragraphs(older.body()), paragraphs(newer.body()))
    if (known.size >= MOST) known.clear()
    known.set(key, found)
    return found
  }
}

interface StoredNode {
  type?: string
  text?: string
  attrs?: { key?: string }
  content?: StoredNode[]
}

/**
 * The paragraphs of a stored paper as they are, facts by their keys. Reads the JSON and no more: a list of sixty
 * versions is measured at once, and a version this program cannot read must not spoil it.
 */
export function paragraphs(body: string): string[] {
  try {
    const { doc } = JSON.parse(body) as { doc?: StoredNode }
    return (doc?.content ?? []).map(flatten)
  } catch {
    return []
  }
}

function flatten(node: StoredNode): string {
  if (node.type === 'fact') return `【${node.attrs?.key ?? ''}】`
  return node.text ?? (node.content ?? []).map(flatten).join('')
}
