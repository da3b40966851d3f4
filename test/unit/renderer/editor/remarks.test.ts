import { closeHistory, history, undo } from 'prosemirror-history'
import type { EditorState } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { backspace } from '../../../../renderer/editor/commands/backspace.ts'
import { enter } from '../../../../renderer/editor/commands/enter.ts'
import { setLevel, setParagraph } from '../../../../renderer/editor/commands/headings.ts'
import { moveSection } from '../../../../renderer/editor/commands/move.ts'
import { addRemark, changeRemark, remarksPlugin } from '../../../../renderer/editor/commands/remarks.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import { openRemarks, placedRemarks } from '../../../../shared/model/remarks.ts'
import { textView } from '../../../../shared/model/text-view.ts'
import { applied, stateOf } from './papers.ts'

const plugins = () => [remarksPlugin(), history({ newGroupDelay: 0 })]
const remark = { id: 'r1', text: '这句太软', author: '高远', written: '2026-03-02T01:00:00Z' }
const start = (lines: readonly string[]) => applied(stateOf(lines, plugins()), addRemark(remark))
const remarks = (state: EditorState) =>
  placedRemarks(state.doc).map(({ remark: { text }, block, stands, from, to }) => ({
    text,
    block,
    words: stands ? state.doc.textBetween(from, to, '', '\ufffc') : null,
  }))
const at = (state: EditorState, pos: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))

test('a remark is about the words selected, and finds them again after edits around them', () => {
  const state = start(['T 讲话', 'P 同志们，|要抓整改|。'])
  expect(remarks(state)).toEqual([{ text: '这句太软', block: 1, words: '要抓整改' }])
  const typed = state.apply(state.tr.insertText('今天', state.doc.child(0).nodeSize + 1))
  expect(remarks(typed)).toEqual([{ text: '这句太软', block: 1, words: '要抓整改' }])
})

test('where its words are gone it stays with the paragraph', () => {
  const state = start(['T 讲话', 'P |要抓整改|。'])
  const { from, to } = placedRemarks(state.doc)[0] ?? { from: 0, to: 0 }
  expect(remarks(state.apply(state.tr.insertText('必须改', from, to)))).toEqual([
    { text: '这句太软', block: 1, words: null },
  ])
})

test('it goes along when its part is moved, and stays through changes of kind, splits and joins', () => {
  let state = start(['T 讲话', '1 甲', 'P 文', '1 |乙|'])
  state = state.apply(moveSection(state, 3, 1) ?? state.tr)
  expect(remarks(state)).toEqual([{ text: '这句太软', block: 1, words: '乙' }])
  state = applied(at(state, 6), setParagraph)
  state = applied(state, setLevel(2))
  expect(remarks(state)).toEqual([{ text: '这句太软', block: 1, words: '乙' }])

  let split = start(['T 讲话', 'P 前', 'P |后文|'])
  split = applied(at(split, split.doc.child(0).nodeSize + split.doc.child(1).nodeSize + 1), backspace)
  expect(split.doc.childCount).toBe(2)
  expect(remarks(split)).toEqual([{ text: '这句太软', block: 1, words: '后文' }])
  split = applied(at(split, split.doc.child(0).nodeSize + 2), enter)
  expect(split.doc.childCount).toBe(3)
  expect(remarks(split).length).toBe(1)
})

test('it goes with its paragraph, and undo brings both back', () => {
  const state = start(['T 讲话', 'P 前', 'P |后文|', 'P 尾'])
  const from = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  const gone = state.apply(closeHistory(state.tr).delete(from, from + state.doc.child(2).nodeSize))
  expect(remarks(gone)).toEqual([])
  expect(remarks(applied(gone, undo)).length).toBe(1)
})

test('dealt with, changed and taken away, each undone in one step', () => {
  const state = start(['T 讲话', 'P |文|'])
  const done = applied(state, changeRemark('r1', { done: true }))
  expect(openRemarks(done.doc)).toBe(0)
  expect(openRemarks(applied(done, undo).doc)).toBe(1)
  const gone = applied(done, changeRemark('r1', null))
  expect(remarks(gone)).toEqual([])
  expect(gone.doc.eq(stateOf(['T 讲话', 'P 文']).doc)).toBe(true)
  expect(changeRemark('other', null)(state)).toBe(false)
})

test('it is stored with the paper, and is no part of what anybody reads of it', () => {
  const state = start(['T 讲话', 'P |文|'])
  const stored = readPaper(writePaper(state.doc))
  expect(stored.eq(state.doc)).toBe(true)
  expect(textView(stored, (label) => ({ text: null, label })).text).not.toContain('太软')
})
