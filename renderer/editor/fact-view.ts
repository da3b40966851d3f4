import type { Node } from 'prosemirror-model'
import type { Decoration, NodeView } from 'prosemirror-view'
import type { FactText } from '../../shared/model/text-view.ts'
import type { FactBreaks } from './title-lines.ts'

interface ShownFact {
  key: string
  dom: HTMLElement
  /** Where its text goes on in the next line of a title. */
  breaks: readonly number[]
  drawn: string
}

const breaksOf = (decorations: readonly Decoration[]): readonly number[] =>
  decorations.flatMap((decoration) => (decoration.spec as Partial<FactBreaks>).breaks ?? [])

/**
 * The facts on the screen. They take their text from the meeting, so a new value redraws them in place: the document
 * and its history stay as they are.
 */
export class FactViews {
  private readonly shown = new Set<ShownFact>()
  private factText: FactText

  constructor(factText: FactText) {
    this.factText = factText
  }

  readonly create = (
    node: Node,
    _view: unknown,
    _place: unknown,
    decorations: readonly Decoration[] = [],
  ): NodeView => {
    const dom = document.createElement('span')
    const view: ShownFact = { key: String(node.attrs.key), dom, breaks: breaksOf(decorations), drawn: '' }
    dom.className = 'paper-fact'
    dom.contentEditable = 'false'
    dom.dataset.fact = view.key
    this.draw(view)
    this.shown.add(view)
    return {
      dom,
      // A selection that the browser puts into the fact is read, and so moved beside it: what is typed next must go somewhere.
      ignoreMutation: ({ type }) => type !== 'selection',
      update: (next, around) => {
        if (next.type !== node.type || next.attrs.key !== view.key) return false
        view.breaks = breaksOf(around)
        this.draw(view)
        return true
      },
      destroy: () => this.shown.delete(view),
    }
  }

  update(factText: FactText): void {
    this.factText = factText
    for (const view of this.shown) this.draw(view)
  }

  private draw(view: ShownFact): void {
    const { key, dom, breaks } = view
    const { text, label } = this.factText(key)
    const shown = text ?? `【${label}】`
    const lines = [0, ...breaks].map((start, index) => shown.slice(start, breaks[index]))
    const drawn = lines.join('\n')
    if (view.drawn !== drawn) {
      dom.replaceChildren(
        ...lines.flatMap((line, index) => (index > 0 ? [document.createElement('br'), line] : [line])),
      )
      view.drawn = drawn
    }
    dom.classList.toggle('is-open', text === null)
    dom.title = text === null ? `${label}：待填，双击填写` : `会议要素：${label}，双击修改`
  }
}
