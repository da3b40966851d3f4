import { Fragment } from 'prosemirror-model'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { DifferencePart } from '../text/difference.ts'
import { type OwnBlock, ownBlocks, pairBlocks } from './blocks.ts'

/** Where a change applies in the paper as it stands now; numbers count its paragraphs that show something. */
interface Place {
  /** The paragraph it changes; for a new one, the paragraph before which it goes (their number: at the end). */
  at: number
}

/**
 * One thing somebody changed in the exported draft.
 * - `words`: some words of a paragraph, `parts[from]` to `parts[to - 1]` of it.
 * - `rewritten`: a paragraph that was changed here too since; taking it replaces ours whole.
 * - `new`, `gone`: a whole paragraph.
 */
export type Change = Place & { id: string } & (
    | { kind: 'words'; parts: DifferencePart[]; from: number; to: number }
    | { kind: 'rewritten'; ours: string; node: PaperNode; text: string }
    | { kind: 'new'; node: PaperNode; text: string }
    | { kind: 'gone'; text: string }
  )

/** Neighbouring words that came and went are one change. */
function wordChanges(id: string, at: number, parts: DifferencePart[]): Change[] {
  const changes: Change[] = []
  for (let from = 0; from < parts.length; from++) {
    if (parts[from]?.kind === 'same') continue
    let to = from
    while (to < parts.length && parts[to]?.kind !== 'same') to += 1
    changes.push({ id: `${id}.${changes.length}`, at, kind: 'words', parts, from, to })
    from = to
  }
  return changes
}

/** An office may print the date before the speaker or behind: the order of these lines in a file says nothing. */
function inOrderOf(exported: PaperNode, edited: PaperNode): PaperNode {
  const isByline = ({ type }: PaperNode) => type.name === 'byline'
  const roles = exported.children.filter(isByline).map(({ attrs }) => attrs.role)
  const place = ({ attrs }: PaperNode) => (roles.includes(attrs.role) ? roles.indexOf(attrs.role) : roles.length)
  const bylines = edited.children.filter(isByline).toSorted((one, other) => place(one) - place(other))
  return edited.copy(
    Fragment.fromArray(edited.children.map((node) => (isByline(node) ? (bylines.shift() ?? node) : node))),
  )
}

interface Compared {
  /** The version the draft was exported from. */
  exported: PaperNode
  /** What came back. */
  edited: PaperNode
  /** The paper as it stands now. */
  present: PaperNode
  /** What facts showed in the exported version; the paper as it stands is compared with the same. */
  factText: FactText
}

/**
 * What was changed in a draft, as changes to the paper as it stands now. What was already changed the same way here,
 * and what was only changed here, is none.
 */
export function findChanges({ exported, edited, present, factText }: Compared): Change[] {
  const [base, theirs, ours] = [exported, inOrderOf(exported, edited), present].map((doc) =>
    ownBlocks(doc, factText),
  ) as [OwnBlock[], OwnBlock[], OwnBlock[]]
  const since = pairBlocks(base, ours)
  const here = new Map(since.flatMap((pair) => (pair.older === null ? [] : [[pair.older, pair.newer]])))
  const placeOf = (older: number) => here.get(older) ?? null
  const addedHere = new Set(since.flatMap((pair) => (pair.kind === 'new' ? [ours[pair.newer]?.text ?? ''] : [])))
  const changes: Change[] = []
  let next = 0

  for (const [index, pair] of pairBlocks(base, theirs).entries()) {
    const id = String(index)
    if (pair.kind === 'new') {
      const block = theirs[pair.newer]
      if (block && !addedHere.has(block.text))
        changes.push({ id, at: next, kind: 'new', node: block.node, text: block.text })
      continue
    }
    const at = placeOf(pair.older)
    const old = base[pair.older]?.text ?? ''
    if (at === null) {
      const block = pair.kind === 'edited' ? theirs[pair.newer] : undefined
      if (block && !addedHere.has(block.text))
        changes.push({ id, at: next, kind: 'new', node: block.node, text: block.text })
      continue
    }
    next = at + 1
    const own = ours[at]?.text ?? ''
    if (pair.kind === 'gone') changes.push({ id, at, kind: 'gone', text: own })
    if (pair.kind !== 'edited') continue
    const block = theirs[pair.newer]
    if (!block || own === block.text) continue
    if (own === old) changes.push(...wordChanges(id, at, pair.parts))
    else changes.push({ id, at, kind: 'rewritten', ours: own, node: block.node, text: block.text })
  }
  return changes
}
