import { z } from 'zod'
import type { PaperNode } from './schema.ts'
import type { FactText } from './text-view.ts'

const schema = z.record(z.string(), z.string())

/** What the facts of a paper show, by their keys; '' for those still open. */
export type ShownFacts = z.infer<typeof schema>

/** What the facts in a paper show now, in the order of their keys. */
export function shownFacts(doc: PaperNode, factText: FactText): ShownFacts {
  const shown = new Map<string, string>()
  doc.descendants((node) => {
    if (node.type.name !== 'fact') return
    shown.set(node.attrs.key, factText(node.attrs.key).text ?? '')
  })
  return Object.fromEntries([...shown].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Stored ones; null for '', which older programs left, and for what cannot be read. */
export function readShownFacts(json: string): ShownFacts | null {
  try {
    return schema.parse(JSON.parse(json))
  } catch {
    return null
  }
}

/** Facts as they were then; one the paper did not have is as it is now. */
export function factTextThen(then: ShownFacts | null, now: FactText): FactText {
  if (then === null) return now
  return (key) => {
    const shown = Object.hasOwn(then, key) ? then[key] : undefined
    return shown === undefined ? now(key) : { ...now(key), text: shown === '' ? null : shown }
  }
}
