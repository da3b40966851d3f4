import { history, redo, undo } from 'prosemirror-history'
import type { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import {
  closeFactPicker,
  factPickerPlugin,
  factQuery,
  insertFact,
  openFactPicker,
} from '../../../../renderer/editor/fact-picker.ts'
import { factSearch } from '../../../../renderer/editor/fact-search.ts'
import type { FactDefinition } from '../../../../shared/model/facts.ts'
import { applied, linesOf, stateOf } from './papers.ts'

const fact = (key: string, label: string): FactDefinition => ({ key, label, group: '', kind: 'text', hint: '' })
const find = factSearch([
  fact('unit', '被巡察单位'),
  fact('round', '轮次'),
  fact('date', '会议日期'),
  fact('host', '主持人'),
])
const keys = (query: string) => find(query).map(({ key }) => key)

describe('the search for a fact', () => {
  test('goes by name, by pinyin and by initials', () => {
    expect(keys('日期')).toEqual(['date'])
    expect(keys('zcr')).toEqual(['host'])
    expect(keys('lunci')).toEqual(['round'])
    expect(keys('')).toHaveLength(4)
    expect(keys('qqq')).toEqual([])
  })
  test('reads what an input method shows while composing', () => {
    expect(keys("h'y'r")).toEqual(['date'])
    expect(keys('HYRQ')).toEqual(['date'])
  })
  test('puts names that begin so first', () => {
    expect(keys('c')).toEqual(['unit', 'round', 'host'])
    expect(keys('hui')).toEqual(['date'])
    expect(keys('r')).toEqual(['date', 'host'])
  })
})

describe('the picker', () => {
  const begin = (line: string) => stateOf(['T 讲话', line], [factPickerPlugin(), history()])
  const type = (state: EditorState, text: string) => state.apply(state.tr.insertText(text))

  test('opens at a typed 【 and follows what is typed behind it', () => {
    const opened = type(begin('P 在|镇'), '【')
    expect(factQuery(opened)).toEqual({ from: 6, query: '' })
    expect(factQuery(type(opened, 'bxc'))).toEqual({ from: 6, query: 'bxc' })
  })
  test('leaves 【 alone that stood there, was pasted, or comes back by undo', () => {
    const standing = begin('P 【待补|')
    expect(factQuery(type(standing, '充'))).toBeNull()
    const pasted = begin('P |')
    expect(factQuery(pasted.apply(pasted.tr.insertText('【').setMeta('uiEvent', 'paste')))).toBeNull()
    const closed = applied(applied(type(begin('P |'), '【'), insertFact('unit')), undo)
    expect(linesOf(closed)[1]).toBe('P 【|')
    expect(factQuery(closed)).toBeNull()
    const again = applied(applied(type(begin('P |'), '【'), undo), redo)
    expect(linesOf(again)[1]).toBe('P 【|')
    expect(factQuery(again)).toBeNull()
  })
  test('closes with 】, on moving away, on Esc, and stays closed', () => {
    const opened = type(begin('P |'), '【')
    expect(factQuery(type(opened, '待补】'))).toBeNull()
    const escaped = applied(opened, closeFactPicker)
    expect(factQuery(type(escaped, '待'))).toBeNull()
  })
  test('puts the fact in place of what was typed, and of a bracket the input method closed', () => {
    const typed = type(type(begin('P 在|镇'), '【'), 'bx')
    expect(linesOf(applied(typed, insertFact('unit')))[1]).toBe('P 在{unit}|镇')
    const paired = type(begin('P 在|】镇'), '【')
    expect(linesOf(applied(paired, insertFact('unit')))[1]).toBe('P 在{unit}|镇')
  })
  test('is opened by its command', () => {
    expect(factQuery(applied(begin('P 在|镇'), openFactPicker))).toEqual({ from: 6, query: '' })
  })
})
