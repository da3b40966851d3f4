import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { numberBlocks } from '../../shared/model/numbering.ts'
import { placedRemarks } from '../../shared/model/remarks.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { headLength } from '../../shared/model/text-view.ts'
import { isComposing } from './composition.ts'
import { type TitleLook, titleLines } from './title-lines.ts'

/** A fact or a line break counts one place in a document; it never ends a sentence. */
const ATOM = '\ufffc'

const heads = new WeakMap<PaperNode, number>()

/** Places from the start of a heading to the end of its head; the whole length where it stands alone. */
export function headSize(heading: PaperNode): number {
  let size = heads.get(heading)
  if (size === undefined) {
    size = headLength(heading.textBetween(0, heading.content.size, '', ATOM))
    heads.set(heading, size)
  }
  return size
}

/** Whether text runs on behind the head of a heading. */
export function isRunIn(heading: PaperNode): boolean {
  return headSize(heading) < heading.content.size
}

/** In characters of the body: Latin ones take half the room. */
function markerLength(marker: string): number {
  return [...marker].reduce((length, char) => length + (char < '\u0100' ? 0.5 : 1), 0)
}

function decorate(doc: PaperNode, look: TitleLook): DecorationSet {
  const markers = numberBlocks(doc)
  const decorations: Decoration[] = placedRemarks(doc)
    .filter(({ remark }) => !remark.done)
    .map(({ remark, from, to, stands }) => {
      const attributes = { class: 'remarked', title: `批注：${remark.text}` }
      return stands ? Decoration.inline(from, to, attributes) : Decoration.node(from - 1, to + 1, attributes)
    })
  doc.forEach((node, pos, index) => {
    const attributes: Record<string, string> = {}
    const marker = markers[index]
    if (marker) attributes['data-marker'] = marker
    if (node.content.size === 0 && node.attrs.hint) {
      attributes['data-hint'] = node.attrs.hint
      if (marker) attributes.style = `--marker-length: ${markerLength(marker)}`
    }
    if (node.type.name === 'title') decorations.push(...titleLines(node, pos, look))
    if (node.type.name === 'heading' && isRunIn(node)) {
      attributes.class = 'paper-run-in'
      decorations.push(Decoration.inline(pos + 1, pos + 1 + headSize(node), { class: 'paper-head' }))
    }
    if (Object.keys(attributes).length > 0) decorations.push(Decoration.node(pos, pos + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, decorations)
}

const PLAIN: TitleLook = { shownFact: String, characters: () => Number.POSITIVE_INFINITY }

interface Structure {
  decorations: DecorationSet
  /** The text changed under an input method; draw anew when it has finished. */
  stale: boolean
}

const key = new PluginKey<Structure>('structure')

/** Draws anew because facts show something else, or a line holds more: a title breaks elsewhere then. */
export function redrawStructure(transaction: Transaction): Transaction {
  return transaction.setMeta(key, true)
}

/**
 * Shows what the document does not hold: the counted numbers, the hints of empty lines, where a run-in head ends,
 * what remarks are about, and the lines of the title.
 */
export function structurePlugin(look: TitleLook = PLAIN): Plugin<Structure> {
  return new Plugin<Structure>({
    key,
    state: {
      init: (_config, state) => ({ decorations: decorate(state.doc, look), stale: false }),
      apply(transaction, structure, _before, state: EditorState) {
        if (!transaction.docChanged && !structure.stale && !transaction.getMeta(key)) return structure
        if (isComposing(state))
          return { decorations: structure.decorations.map(transaction.mapping, transaction.doc), stale: true }
        return { decorations: decorate(transaction.doc, look), stale: false }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}
