import { describe, expect, test } from 'vitest'
import { backspace } from '../../../../renderer/editor/commands/backspace.ts'
import { enter } from '../../../../renderer/editor/commands/enter.ts'
import { applied, linesOf, run, stateOf } from './papers.ts'

describe('Enter', () => {
  test('leads from the title to the by-line', () => {
    expect(run(['T 讲话|', 'B', 'P'], enter)).toEqual(['T 讲话', 'B |', 'P'])
  })
  test('makes a paragraph behind a title that has nothing to lead to', () => {
    expect(run(['T 讲话|', 'P 正文'], enter)).toEqual(['T 讲话', 'P |', 'P 正文'])
  })
  test('breaks a long title', () => {
    expect(run(['T 在会议|上的讲话', 'P'], enter)).toEqual(['T 在会议/|上的讲话', 'P'])
  })
  test('in a filled by-line begins another one, before an empty one goes there', () => {
    expect(run(['T 讲话', 'B 三月|', 'S 同志们：', 'P'], enter)).toEqual(['T 讲话', 'B 三月', 'B |', 'S 同志们：', 'P'])
    expect(run(['T 讲话', 'B 三月|', 'B', 'P'], enter)).toEqual(['T 讲话', 'B 三月', 'B |', 'P'])
  })
  test('behind the salutation goes to an empty first paragraph or opens one', () => {
    expect(run(['T 讲话', 'S 同志们：|', 'P'], enter)).toEqual(['T 讲话', 'S 同志们：', 'P |'])
    expect(run(['T 讲话', 'S 同志们：|', 'P 一'], enter)).toEqual(['T 讲话', 'S 同志们：', 'P |', 'P 一'])
  })
  test('behind a heading begins a paragraph', () => {
    expect(run(['T 讲话', '1 认清形势|', 'P 文'], enter)).toEqual(['T 讲话', '1 认清形势', 'P |', 'P 文'])
  })
  test('behind a run-in head begins the next point', () => {
    expect(run(['T 讲话', '2y 提高站位。大家要学|'], enter)).toEqual(['T 讲话', '2y 提高站位。大家要学', '2y |'])
    expect(run(['T 讲话', '2 提高站位。大家要学|'], enter)).toEqual(['T 讲话', '2 提高站位。大家要学', '2 |'])
  })
  test('in an empty heading makes it a paragraph', () => {
    expect(run(['T 讲话', '2y |'], enter)).toEqual(['T 讲话', 'P |'])
  })
  test('before a heading opens a line above and keeps the heading', () => {
    expect(run(['T 讲话', '1 |认清形势'], enter)).toEqual(['T 讲话', 'P', '1 |认清形势'])
  })
  test('in the middle of a heading leaves the rest as a paragraph', () => {
    expect(run(['T 讲话', '1 认清|形势'], enter)).toEqual(['T 讲话', '1 认清', 'P |形势'])
  })
  test('splits paragraphs and the closing, and the new line has no hint', () => {
    expect(run(['T 讲话', 'P 前|后'], enter)).toEqual(['T 讲话', 'P 前', 'P |后'])
    expect(run(['T 讲话', 'P', 'C 前|后'], enter)).toEqual(['T 讲话', 'P', 'C 前', 'C |后'])
    const state = stateOf(['T 讲话', 'P 文|'])
    const hinted = state.apply(state.tr.setNodeAttribute(4, 'hint', '写开场'))
    const split = applied(hinted, enter)
    expect([split.doc.child(1).attrs.hint, split.doc.child(2).attrs.hint]).toEqual(['写开场', null])
  })
  test('over several paragraphs deletes what is selected', () => {
    expect(run(['T 讲话', 'P 前|面', 'P 后|面'], enter)).toEqual(['T 讲话', 'P 前|面'])
  })
})

describe('Backspace', () => {
  test('turns a heading into a paragraph, then joins it', () => {
    const once = applied(stateOf(['T 讲话', 'P 前', '1 |形势']), backspace)
    expect(linesOf(once)).toEqual(['T 讲话', 'P 前', 'P |形势'])
    expect(linesOf(applied(once, backspace))).toEqual(['T 讲话', 'P 前|形势'])
  })
  test('removes the empty line above and keeps what it is in', () => {
    expect(run(['T 讲话', 'S', 'P |文'], backspace)).toEqual(['T 讲话', 'P |文'])
    expect(run(['T 讲话', '1 形势', 'P', 'P |文'], backspace)).toEqual(['T 讲话', '1 形势', 'P |文'])
    expect(run(['T 讲话', '1', 'P |文'], backspace)).toEqual(['T 讲话', 'P |文'])
  })
  test('does not take the last paragraph of the body away', () => {
    expect(run(['T 讲话', 'S 同志们：', 'P |文'], backspace)).toEqual(['T 讲话', 'S 同志们：|', 'P 文'])
  })
  test('takes a paragraph out of the closing', () => {
    expect(run(['T 讲话', 'P 文', 'C |结束'], backspace)).toEqual(['T 讲话', 'P 文', 'P |结束'])
  })
  test('deletes a selection across paragraphs of different kinds', () => {
    expect(run(['T 讲|话', 'B 三月', 'P 文|章'], backspace)).toEqual(['T 讲|章', 'P'])
  })
  test('at the very beginning does nothing', () => {
    expect(run(['T |讲话', 'P'], backspace)).toEqual(['T |讲话', 'P'])
  })
})
