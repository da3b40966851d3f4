import type { EditorState, Transaction } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import { compositionPlugin } from '../../../../renderer/editor/composition.ts'
import { highlightsAt, highlightsPlugin, setHighlights } from '../../../../renderer/editor/highlights.ts'
import { structurePlugin } from '../../../../renderer/editor/structure.ts'
import { textView } from '../../../../shared/model/text-view.ts'
import { stateOf } from './papers.ts'

const composition = compositionPlugin(() => {})
const structure = structurePlugin()
const plugins = [composition, structure]

/** What the decorations of the structure say, in order: numbers, heads, hints. */
function shown(state: EditorState): string[] {
  const set = structure.props.decorations?.call(structure, state) as DecorationSet
  const attributes = set.find().map((one) => (one as unknown as { type: { attrs: Record<string, string> } }).type.attrs)
  return attributes.map((one) => one['data-marker'] ?? one['data-hint'] ?? one.class ?? '')
}

const byInputMethod = (transaction: Transaction) => transaction.setMeta('composition', 1)
const settled = (state: EditorState) => state.apply(state.tr.setMeta(composition, true))

describe('the structure', () => {
  test('shows numbers at once, whatever changes', () => {
    const state = stateOf(['T', '1 甲', '1 乙'], plugins)
    expect(shown(state)).toEqual(['一、', '二、'])
    expect(shown(state.apply(state.tr.delete(2, 5)))).toEqual(['一、'])
  })
  test('tells a head from the text that runs on behind it', () => {
    const state = stateOf(['T', '2y 头。|文'], plugins)
    const set = structure.props.decorations?.call(structure, state) as DecorationSet
    expect(set.find().map(({ from, to }) => [from, to])).toContainEqual([3, 5])
    expect(shown(stateOf(['T', '2y 头。'], plugins))).toEqual(['一要'])
  })
  test('is not drawn anew under an input method, but when it has finished', () => {
    const state = stateOf(['T', '2y 头|'], plugins)
    const composing = state.apply(byInputMethod(state.tr.insertText('。文')))
    expect(shown(composing)).toEqual(['一要'])
    expect(shown(settled(composing))).toHaveLength(2)
  })
})

describe('lit ranges', () => {
  const lit = (state: EditorState) => {
    const view = textView(state.doc, (key) => ({ text: '柳溪镇', label: key }))
    const start = view.text.indexOf('要点')
    return state.apply(
      setHighlights(state.tr, {
        doc: state.doc,
        view,
        items: [
          { id: 'long', tone: 'evidence', start: start - 1, end: start + 4 },
          { id: 'short', tone: 'error', start, end: start + 2 },
        ],
      }),
    )
  }
  const plugin = highlightsPlugin(() => {})

  test('are found at their place, the innermost first, and move with the text', () => {
    const state = lit(stateOf(['T 在{unit}', '1 |这要点在此', 'P'], [plugin]))
    const at = state.doc.child(0).nodeSize + 2
    expect(highlightsAt(state, at + 1)).toEqual(['short', 'long'])
    const moved = state.apply(state.tr.insertText('加了字', 1))
    expect(highlightsAt(moved, at + 4)).toEqual(['short', 'long'])
    expect(highlightsAt(moved, 1)).toEqual([])
  })
})
