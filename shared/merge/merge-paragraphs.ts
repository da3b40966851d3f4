import { Node } from 'prosemirror-model'
import { quotable, type Remark, remarksOf } from '../model/remarks.ts'
import { type PaperNode, paperSchema } from '../model/schema.ts'
import { mergeWords, wordsOf } from './merge-words.ts'

// A paragraph as text is the JSON of its node, written by the schema, so that equal paragraphs are equal texts.

export const paragraphText = (node: PaperNode): string => JSON.stringify(node.toJSON())

/** @throws RangeError when it is none */
export function readParagraph(text: string): PaperNode {
  const node = Node.fromJSON(paperSchema, JSON.parse(text))
  node.check()
  return node
}

/** The words of a paragraph as they can be shown where there are no facts at hand. */
export const plainParagraph = (text: string): string => quotable(readParagraph(text))

/** Cannot begin any word: behind it stands the JSON of what is no text. */
const ATOM = '\u0000'

function tokens(node: PaperNode): string[] {
  return node.children.flatMap((child) =>
    child.isText ? wordsOf(child.text ?? '') : [ATOM + JSON.stringify(child.toJSON())],
  )
}

function fromTokens(words: readonly string[]): PaperNode[] {
  const nodes: PaperNode[] = []
  let text = ''
  const settle = () => {
    if (text !== '') nodes.push(paperSchema.text(text))
    text = ''
  }
  for (const word of words) {
    if (!word.startsWith(ATOM)) {
      text += word
      continue
    }
    settle()
    nodes.push(Node.fromJSON(paperSchema, JSON.parse(word.slice(1))))
  }
  settle()
  return nodes
}

/** The one value among these that is not the base's; undefined when there are several. */
function onlyChange<T>(base: T, values: readonly T[]): T | undefined {
  const written = (value: T) => JSON.stringify(value)
  const changed = values.filter((value) => written(value) !== written(base))
  return changed.every((value) => written(value) === written(changed[0] as T)) ? (changed[0] ?? base) : undefined
}

/** Remarks are merged one by one; where two changed one in different ways, both stay. */
function mergeRemarks(base: PaperNode, variants: readonly PaperNode[]): readonly Remark[] | null {
  const old = new Map(remarksOf(base).map((remark) => [remark.id, remark]))
  const ids = [...new Set([base, ...variants].flatMap((node) => remarksOf(node).map(({ id }) => id)))].sort()
  const merged = ids.flatMap((id) => {
    const before = old.get(id)
    const now = variants.map((node) => remarksOf(node).find((remark) => remark.id === id) ?? null)
    if (before && now.some((remark) => remark === null) && now.every((remark) => !remark || isSame(remark, before)))
      return []
    const texts = new Set(
      now.flatMap((remark) => (remark && !(before && isSame(remark, before)) ? [JSON.stringify(remark)] : [])),
    )
    if (texts.size === 0) return before ? [before] : []
    return [...texts].sort().map((text, index): Remark => {
      const remark = JSON.parse(text) as Remark
      return index === 0 ? remark : { ...remark, id: `${remark.id}-${index}` }
    })
  })
  const ordered = merged.sort((a, b) =>
    a.written === b.written ? (a.id < b.id ? -1 : 1) : a.written < b.written ? -1 : 1,
  )
  return ordered.length > 0 ? ordered : null
}

const isSame = (a: Remark, b: Remark): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A paragraph with what several people changed of it.
 * @returns null where they changed the same words, or its kind, in different ways
 */
export function mergeParagraphs(baseText: string, variantTexts: readonly string[]): string | null {
  const base = readParagraph(baseText)
  const variants = variantTexts.map(readParagraph)
  const type = onlyChange(
    base.type.name,
    variants.map((node) => node.type.name),
  )
  const words = mergeWords(tokens(base), variants.map(tokens))
  if (type === undefined || !words) return null
  const attrs: Record<string, unknown> = {}
  for (const [name, { default: usual }] of Object.entries(paperSchema.nodes[type]?.spec.attrs ?? {})) {
    if (name === 'remarks') continue
    const value = onlyChange<unknown>(
      base.attrs[name] ?? usual,
      variants.map((node) => node.attrs[name] ?? usual),
    )
    // What to write in an empty paragraph is no decision anybody took.
    attrs[name] = value === undefined && name === 'hint' ? null : value
    if (attrs[name] === undefined) return null
  }
  attrs.remarks = mergeRemarks(base, variants)
  const node = paperSchema.node(type, attrs, fromTokens(words))
  node.check()
  return paragraphText(node)
}
