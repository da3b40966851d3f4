import fc from 'fast-check'
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import { AllSelection, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { editorActions } from '../../../../renderer/editor/actions.ts'
import { announcedCountPlugin } from '../../../../renderer/editor/announced-count.ts'
import { backspace } from '../../../../renderer/editor/commands/backspace.ts'
import { enter } from '../../../../renderer/editor/commands/enter.ts'
import { addRemark, remarksPlugin } from '../../../../renderer/editor/commands/remarks.ts'
import { factPickerPlugin, insertFact } from '../../../../renderer/editor/fact-picker.ts'
import { pasteLines } from '../../../../renderer/editor/paste.ts'
import { replaceAll, searchPlugin, setSearch } from '../../../../renderer/editor/search.ts'
import { structurePlugin } from '../../../../renderer/editor/structure.ts'
import { TextViews } from '../../../../renderer/editor/text-views.ts'
import { restoreUndo, storeUndo } from '../../../../renderer/editor/undo-steps.ts'
import { markerOrdinal, numberBlocks } from '../../../../shared/model/numbering.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import { sourceLines } from '../../../../shared/model/recognise.ts'
import { applied, stateOf } from './papers.ts'

const START = [
  'T 在{unit}讲话',
  'B 三月',
  'S 同志们：',
  'P 开场，讲两点意见。',
  '1 甲',
  '2y 甲一。文',
  '2y 甲二。文',
  '1 乙',
  'P 文',
  'C 完',
]
const views = new TextViews((key) => ({ text: null, label: key }))
const past = history({ newGroupDelay: 0, depth: 1000 })
const plugins = () => [
  structurePlugin(),
  remarksPlugin(),
  announcedCountPlugin(),
  searchPlugin(views.of),
  factPickerPlugin(),
  past,
]
let written = 0
const newRemark: Command = (state, dispatch) =>
  addRemark({ id: `r${++written}`, text: '再硬一点', author: '', written: '2026-03-02T01:00:00Z' })(state, dispatch)

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
  fc.record({
    do: fc.constant('key' as const),
    key: fc.constantFrom('enter', 'backspace', 'fact', 'all', 'replace', 'remark'),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const KEYS: Record<string, Command> = {
  enter,
  backspace,
  fact: insertFact('unit'),
  remark: newRemark,
  replace: replaceAll('新'),
}

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
      expect(undoneWholly(state)).toEqual(start.doc.toJSON())
    }),
    { numRuns: 150 },
  )
})

function undoneWholly(last: EditorState): unknown {
  let state = last
  let left = 2_000
  while (undoDepth(state) > 0 && left-- > 0) state = applied(state, undo)
  return state.doc.toJSON()
}

test('after 200 mixed actions the paper is opened again, undone to the start, and made again to the end', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 200 }), (steps) => {
      const start = stateOf(START, plugins())
      const last = steps.reduce(take, start)
      // Some of it taken back, so that there is something to make again.
      const state = applied(applied(last, undo), undo)
      const opened = restoreUndo(readPaper(writePaper(state.doc)), storeUndo(state, past), past)
      if (!opened) throw new Error('the steps do not fit')
      expect(undoDepth(opened)).toBe(undoDepth(state))
      expect(redoDepth(opened)).toBe(redoDepth(state))
      expect(undoneWholly(opened)).toEqual(start.doc.toJSON())
      let made = opened
      while (redoDepth(made) > 0) made = applied(made, redo)
      expect(made.doc.toJSON()).toEqual(last.doc.toJSON())
    }),
    { numRuns: Number(process.env.HUIBEI_ROUNDS ?? 15) },
  )
})

test('steps of another text, and what is no steps at all, are passed over', () => {
  const first = stateOf(START, plugins())
  const state = first.apply(first.tr.insertText('后面', first.doc.content.size - 1))
  expect(restoreUndo(stateOf(['T 别的', 'P 文']).doc, storeUndo(state, past), past)).toBeNull()
  for (const text of ['', 'null', '{}', '{"undo":[[{"stepType":"x"}]],"redo":[]}'])
    expect(restoreUndo(state.doc, text, past)).toBeNull()
})
