import type { Node } from 'prosemirror-model'
import { type PaperNode, paperSchema } from '../model/schema.ts'
import type { Template, TemplateLine } from './templates-section.ts'

/** 在【unit】的讲话 → text and fact nodes. Every 【…】 whose inside is a fact key becomes a fact. */
export function inlineWithFacts(text: string, isKey: (key: string) => boolean): Node[] {
  const nodes: Node[] = []
  let rest = 0
  for (const match of text.matchAll(/【([A-Za-z0-9]+)】/g)) {
    const key = match[1] ?? ''
    if (!isKey(key)) continue
    if (match.index > rest) nodes.push(paperSchema.text(text.slice(rest, match.index)))
    nodes.push(paperSchema.node('fact', { key }))
    rest = match.index + match[0].length
  }
  if (rest < text.length) nodes.push(paperSchema.text(text.slice(rest)))
  return nodes
}

/** The document a new paper starts with. */
export function templateDocument(template: Template, isKey: (key: string) => boolean): PaperNode {
  return linesDocument(template.lines, isKey)
}

/**
 * A document of lines as templates write them.
 * @throws RangeError when the order of the lines breaks the schema.
 */
export function linesDocument(lines: readonly TemplateLine[], isKey: (key: string) => boolean): PaperNode {
  const blocks = lines.map((line) =>
    paperSchema.node(
      line.kind,
      {
        hint: line.hint ?? null,
        ...(line.kind === 'byline' ? { role: line.role ?? 'note' } : {}),
        ...(line.kind === 'heading' ? { level: line.level ?? 1, form: line.form ?? 'number' } : {}),
      },
      inlineWithFacts(line.text, isKey),
    ),
  )
  const doc = paperSchema.node('doc', null, blocks)
  doc.check()
  return doc
}
