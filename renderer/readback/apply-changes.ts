import { Fragment, type Node } from 'prosemirror-model'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { DifferencePart } from '../text/difference.ts'
import { ownBlocks, shownText } from './blocks.ts'
import type { Change } from './changes.ts'

const inline = (text: string): Node[] =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [paperSchema.node('line_break')] : []),
      ...(line === '' ? [] : [paperSchema.text(line)]),
    ])

/** The inline nodes that show `text.slice(start, end)`; a fact that is cut becomes words. */
function cut(node: PaperNode, start: number, end: number, factText: FactText): Node[] {
  let offset = 0
  return node.children.flatMap((child) => {
    const text = shownText(child, factText)
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, text.length)]
    offset += text.length
    if (from >= to) return []
    return from === 0 && to === text.length ? [child] : inline(text.slice(from, to))
  })
}

/** A paragraph with some of the changes of words made; facts in the words that stay remain facts. */
function edited(
  node: PaperNode,
  parts: readonly DifferencePart[],
  isTaken: (part: number) => boolean,
  facts: FactText,
) {
  let offset = 0
  const content = parts.flatMap((part, index) => {
    const start = offset
    if (part.kind !== 'added') offset += part.text.length
    if (part.kind === 'added') return isTaken(index) ? inline(part.text) : []
    return part.kind === 'removed' && isTaken(index) ? [] : cut(node, start, offset, facts)
  })
  return node.copy(Fragment.fromArray(content))
}

const BODY = ['paragraph', 'heading', 'closing']

/** Puts paragraphs into the order a paper must have; one that stands where its kind may not becomes a plain one. */
function assemble(nodes: readonly PaperNode[]): PaperNode {
  const title = nodes.find(({ type }) => type.name === 'title') ?? paperSchema.node('title')
  const bylines = nodes.filter(({ type }) => type.name === 'byline')
  const salutation = nodes.filter(({ type }) => type.name === 'salutation').slice(0, 1)
  const rest = nodes.filter(
    (node) => node !== title && !bylines.includes(node) && !salutation.includes(node) && node.content.size > 0,
  )
  const lastOther = rest.findLastIndex(({ type }) => type.name === 'heading' || type.name === 'paragraph')
  const body = rest.map((node, index) => {
    const stays = BODY.includes(node.type.name) && (node.type.name !== 'closing' || index > lastOther)
    return stays ? node : paperSchema.node('paragraph', null, node.content)
  })
  if (!body.some(({ type }) => type.name !== 'closing')) body.unshift(paperSchema.node('paragraph'))
  const doc = paperSchema.node('doc', null, [title, ...bylines, ...salutation, ...body])
  doc.check()
  return doc
}

/**
 * The paper with the changes that were taken. Without any it is the paper itself.
 * @param all as {@link findChanges} gave them for this very paper; @param taken ids of those to make
 */
export function applyChanges(
  present: PaperNode,
  all: readonly Change[],
  taken: ReadonlySet<string>,
  factText: FactText,
): PaperNode {
  const changes = all.filter(({ id }) => taken.has(id))
  if (changes.length === 0) return present
  const shown = ownBlocks(present, factText).map(({ node }) => node)
  const before = (at: number) =>
    changes.flatMap((change) => (change.kind === 'new' && change.at === at ? [change.node] : []))

  const changed = (node: PaperNode, at: number): PaperNode[] => {
    const own = changes.filter((change) => change.kind !== 'new' && change.at === at)
    if (own.some(({ kind }) => kind === 'gone')) return []
    const rewritten = own.find((change) => change.kind === 'rewritten')
    if (rewritten) return [node.copy(rewritten.node.content)]
    const words = own.filter((change) => change.kind === 'words')
    const parts = words[0]?.parts
    if (!parts) return [node]
    return [edited(node, parts, (index) => words.some(({ from, to }) => index >= from && index < to), factText)]
  }
  const nodes = present.children.flatMap((node) => {
    const at = shown.indexOf(node)
    // Paragraphs that show nothing stay where they are.
    return at < 0 ? [node] : [...before(at), ...changed(node, at)]
  })
  return assemble([...nodes, ...before(shown.length)])
}
