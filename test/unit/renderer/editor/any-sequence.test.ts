import fc from 'fast-check'
import { history, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { AllSelection, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { editorActions } from '../../../../renderer/editor/actions.ts'
import { backspace } from '../../../../renderer/editor/commands/backspace.ts'
import { enter } from '../../../../renderer/editor/commands/enter.ts'
import { factPickerPlugin, insertFact } from '../../../../renderer/editor/fact-picker.ts'
import { pasteLines } from '../../../../renderer/editor/paste.ts'
import { replaceAll, searchPlugin, setSearch } from '../../../../renderer/editor/search.ts'
import { structurePlugin } from '../../../../renderer/editor/structure.ts'
import { TextViews } from '../../../../renderer/editor/text-views.ts'
import { markerOrdinal, numberBlocks } from '../../../../shared/model/numbering.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import { sourceLines } from '../../../../shared/model/recognise.ts'
import { applied, stateOf } from './papers.ts'

const START = [
  'T 在{unit}讲话',
  'B 三月',
  'S 同志们：',
  'P 开场',
  '1 甲',
  '2y 甲一。文',
  '2y 甲二。文',
  '1 乙',
  'P 文',
  'C 完',
]
const views = new TextViews((key) => ({ text: null, label: key }))
const plugins = () => [structurePlugin(), searchPlugin(views.of), factPickerPlugin(), history({ newGroupDelay: 0 })]

const place = fc.nat(1000)
const words = fc.constantFrom('文', '二、', '要点。后文', '【', 'a', '＿＿', '。')
const lines = fc.constantFrom(
  '一句',
  '一、头\n（一）分。文\n尾',
  '在会上的讲话\n（2026年3月2日）\n同志们：\n开场\n一、甲\n1.乙',
  '\n\n',
)

const step = fc.oneof(
  fc.record({ do: fc.constant('select' as const), anchor: place, head: place }),
  fc.record({ do: fc.constant('cursor' as const), anchor: place }),
  fc.record({ do: fc.constant('action' as const), id: fc.constantFrom(...editorActions.map((action) => action.id)) }),
  fc.record({ do: fc.constant('type' as const), text: words }),
  fc.record({ do: fc.constant('paste' as const), text: lines }),
  fc.record({ do: fc.constant('key' as const), key: fc.constantFrom('enter', 'backspace', 'fact', 'all', 'replace') }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const KEYS: Record<string, Command> = { enter, backspace, fact: insertFact('unit'), replace: replaceAll('新') }

function take(state: EditorState, next: Step): EditorState {
  const size = state.doc.content.size
  const near = (pos: number) => state.doc.resolve(pos % (size + 1))
  if (next.do === 'select')
    return state.apply(state.tr.setSelection(TextSelection.between(near(next.anchor), near(next.head))))
  if (next.do === 'cursor') return state.apply(state.tr.setSelection(TextSelection.near(near(next.anchor))))
  if (next.do === 'type') return state.apply(state.tr.insertText(next.text))
  if (next.do === 'paste') {
    const transaction = pasteLines(state, sourceLines(next.text))
    return transaction ? state.apply(transaction) : state
  }
  if (next.do === 'action') {
    const action = editorActions.find(({ id }) => id === next.id)
    return action ? applied(state, action.run) : state
  }
  if (next.key === 'all') return state.apply(state.tr.setSelection(new AllSelection(state.doc)))
  return applied(state, KEYS[next.key] as Command)
}

/** Every counted heading follows the one before it in its row, or begins at one. */
function expectConsecutive({ doc }: EditorState): void {
  const markers = numberBlocks(doc)
  let row: { level: number; form: string; ordinal: number }[] = []
  doc.forEach((node, _pos, index) => {
    if (node.type.name !== 'heading') return
    const { level, form, restart, fixedMarker } = node.attrs
    const ordinal = markerOrdinal(markers[index] ?? '') ?? 0
    const before = row.find((one) => one.level === level)
    const expected = before && !restart && before.form === form ? before.ordinal + 1 : 1
    if (fixedMarker === null) expect(ordinal).toBe(expected)
    row = [...row.filter((one) => one.level < level), { level, form, ordinal }]
  })
}

test('any sequence of commands keeps the paper valid, saved and read back the same, and can be undone to the start', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const start = stateOf(START, plugins())
      let state = applied(start, setSearch({ query: '文' }))
      for (const next of steps) {
        state = take(state, next)
        state.doc.check()
        expect(state.selection.to).toBeLessThanOrEqual(state.doc.content.size)
      }
      expect(readPaper(writePaper(state.doc)).eq(state.doc)).toBe(true)
      expectConsecutive(state)
      let left = 500
      while (undoDepth(state) > 0 && left-- > 0) state = applied(state, undo)
      expect(state.doc.toJSON()).toEqual(start.doc.toJSON())
    }),
    { numRuns: 150 },
  )
})
