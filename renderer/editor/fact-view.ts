import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { FactText } from '../../shared/model/text-view.ts'

/**
 * The facts on the screen. They take their text from the meeting, so a new value redraws them in place: the document
 * and its history stay as they are.
 */
export class FactViews {
  private readonly shown = new Set<{ key: string; dom: HTMLElement }>()
  private factText: FactText

  constructor(factText: FactText) {
    this.factText = factText
  }

  readonly create = (node: Node): NodeView => {
    const dom = document.createElement('span')
    const view = { key: String(node.attrs.key), dom }
    dom.className = 'paper-fact'
    dom.contentEditable = 'false'
    dom.dataset.fact = view.key
    this.draw(view)
    this.shown.add(view)
    return {
      dom,
      ignoreMutation: () => true,
      destroy: () => this.shown.delete(view),
    }
  }

  update(factText: FactText): void {
    this.factText = factText
    for (const view of this.shown) this.draw(view)
  }

  private draw({ key, dom }: { key: string; dom: HTMLElement }): void {
    const { text, label } = this.factText(key)
    const shown = text ?? `【${label}】`
    if (dom.textContent !== shown) dom.textContent = shown
    dom.classList.toggle('is-open', text === null)
    dom.title = text === null ? `${label}：待填，双击填写` : `会议要素：${label}，双击修改`
  }
}
