import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { HighlightSet } from './editor-handle.ts'

interface Lit {
  highlights: DecorationSet
  flash: DecorationSet
}

type Change = { highlights: HighlightSet } | { flash: { from: number; to: number } | null }

const key = new PluginKey<Lit>('highlights')

function decorate(state: Transaction, { view, items }: HighlightSet): DecorationSet {
  const decorations = items.flatMap((item) => {
    const { from, to } = view.documentRange(item)
    return from < to ? [Decoration.inline(from, to, { class: `lit lit-${item.tone}` }, { id: item.id })] : []
  })
  return DecorationSet.create(state.doc, decorations)
}

/** Puts new highlights in place of the old ones. They must have been found in the document of the transaction. */
export function setHighlights(transaction: Transaction, highlights: HighlightSet): Transaction {
  return transaction.setMeta(key, { highlights } satisfies Change)
}

/** Lights a stretch up so that the eye finds it; null puts the light out. */
export function setFlash(transaction: Transaction, flash: { from: number; to: number } | null): Transaction {
  return transaction.setMeta(key, { flash } satisfies Change)
}

/** Ids of the highlights at a position, the shortest first. */
export function highlightsAt(state: EditorState, pos: number): string[] {
  const found = key.getState(state)?.highlights.find(pos, pos) ?? []
  return found
    .sort((one, other) => one.to - one.from - (other.to - other.from))
    .map((decoration) => String((decoration.spec as { id: unknown }).id))
}

/** Lights up evidence and findings. Between two checks the lit ranges move along with the text. */
export function highlightsPlugin(onClick: (ids: string[]) => void): Plugin<Lit> {
  return new Plugin<Lit>({
    key,
    state: {
      init: () => ({ highlights: DecorationSet.empty, flash: DecorationSet.empty }),
      apply(transaction, lit) {
        const change: Change | undefined = transaction.getMeta(key)
        const { mapping, doc } = transaction
        let { highlights, flash } = lit
        if (transaction.docChanged) {
          highlights = highlights.map(mapping, doc)
          flash = flash.map(mapping, doc)
        }
        if (change && 'highlights' in change) highlights = decorate(transaction, change.highlights)
        if (change && 'flash' in change)
          flash = change.flash
            ? DecorationSet.create(doc, [Decoration.inline(change.flash.from, change.flash.to, { class: 'lit-flash' })])
            : DecorationSet.empty
        return highlights === lit.highlights && flash === lit.flash ? lit : { highlights, flash }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.highlights,
      handleClick(view, pos) {
        const ids = highlightsAt(view.state, pos)
        if (ids.length > 0) onClick(ids)
        return false
      },
    },
  })
}

/** The flash is drawn by a plugin of its own, because each may return one set only. */
export function flashPlugin(): Plugin {
  return new Plugin({ props: { decorations: (state) => key.getState(state)?.flash } })
}
