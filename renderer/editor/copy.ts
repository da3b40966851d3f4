import { DOMSerializer, type Fragment, type Node } from 'prosemirror-model'
import { type EditorState, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { numberBlocks } from '../../shared/model/numbering.ts'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'
import type { TextView } from '../../shared/model/text-view.ts'
import { harmless } from './paste-lines.ts'

type ViewOf = (doc: PaperNode) => TextView

/** Number of each copied block: only where it is copied from its beginning and not a few of its words alone. */
function markersOf(state: EditorState): string[] {
  const { $from, $to } = state.selection
  const markers = numberBlocks(state.doc).slice($from.index(0), $to.index(0) + 1)
  const wholeFirst = $from.parentOffset === 0 && (markers.length > 1 || $to.parentOffset === $to.parent.content.size)
  if (!wholeFirst) markers[0] = ''
  return markers
}

/** Clean paragraphs for other programs, which come back here as they were: see the parse rules of the schema. */
class PaperSerializer extends DOMSerializer {
  private readonly viewOf: () => { state: EditorState; factText: (key: string) => string }

  constructor(viewOf: () => { state: EditorState; factText: (key: string) => string }) {
    const base = DOMSerializer.fromSchema(paperSchema)
    super(base.nodes, base.marks)
    this.viewOf = viewOf
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ) {
    const result = super.serializeFragment(fragment, options, target)
    const { state, factText } = this.viewOf()
    const page = options?.document ?? document
    if (fragment.firstChild?.isTextblock) {
      const markers = markersOf(state)
      fragment.forEach((_node: Node, _offset: number, index: number) => {
        const marker = markers[index]
        if (!marker) return
        const shown = page.createElement('span')
        shown.setAttribute('data-counted', '')
        shown.textContent = marker
        result.childNodes[index]?.insertBefore(shown, result.childNodes[index].firstChild)
      })
    }
    const facts = (result as ParentNode).querySelectorAll<HTMLElement>('[data-fact]')
    for (const fact of facts) fact.textContent = factText(fact.dataset.fact ?? '')
    return result
  }
}

/** What is copied: plain text as the user reads it, and clean HTML, with numbers and the values of facts. */
export function copyPlugin(viewOf: ViewOf, factText: (key: string) => string): Plugin {
  let view: EditorView | null = null
  const serializer = new PaperSerializer(() => {
    if (!view) throw new Error('copied before the editor stood')
    return { state: view.state, factText }
  })
  return new Plugin({
    view(created) {
      view = created
      return {}
    },
    props: {
      clipboardSerializer: serializer,
      clipboardTextSerializer(_slice, { state }) {
        const { from, to, $from } = state.selection
        const text = viewOf(state.doc)
        const wholeStart = $from.parentOffset === 0 && markersOf(state)[0] !== ''
        const block = text.blocks[$from.index(0)]
        const start = wholeStart && block ? block.start : text.offsetAt(from)
        return text.text.slice(start, text.offsetAt(to))
      },
      transformPastedHTML(html) {
        if (!html.includes('data-counted')) return harmless(html)
        const parsed = new DOMParser().parseFromString(harmless(html), 'text/html')
        for (const counted of parsed.querySelectorAll('[data-counted]')) counted.remove()
        return parsed.body.innerHTML
      },
    },
  })
}
