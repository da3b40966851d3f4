import { describe, expect, test } from 'vitest'
import {
  countAllMarkers,
  demote,
  promote,
  setClosing,
  setForm,
  setLevel,
  setParagraph,
  toggleRestart,
} from '../../../../renderer/editor/commands/headings.ts'
import { insertHeading, insertParagraph } from '../../../../renderer/editor/commands/insert.ts'
import { moveDown, moveSection, moveUp } from '../../../../renderer/editor/commands/move.ts'
import { numberBlocks } from '../../../../shared/model/numbering.ts'
import { applied, linesOf, paper, run, stateOf } from './papers.ts'

const SPEECH = ['T 讲话', 'P 开场', '1 甲', '2y 甲一。文', '2y 甲二。文', '1 乙', 'P 引', '2 乙一', 'P 文', 'C 结束']
const at = (line: string, lines = SPEECH) => lines.map((one) => (one === line ? `${one}|` : one))

describe('levels', () => {
  test('go down and up', () => {
    expect(run(['T', '1 形势|'], demote)).toEqual(['T', '2 形势|'])
    expect(run(['T', '2y 形势|'], promote)).toEqual(['T', '1 形势|'])
    expect(run(['T', '1 形势|'], promote)).toEqual(['T', '1 形势|'])
    expect(run(['T', '4 形势|'], demote)).toEqual(['T', '4 形势|'])
  })
  test('change over a selection, paragraphs left alone', () => {
    expect(run(['T', '1 |甲', 'P 文', '2 乙|'], demote)).toEqual(['T', '2 |甲', 'P 文', '3 乙|'])
  })
  test('turn a paragraph into a heading and back, and keep the hint', () => {
    expect(run(['T', 'P 文|'], setLevel(2))).toEqual(['T', '2 文|'])
    expect(run(['T', '2 文|'], setParagraph)).toEqual(['T', 'P 文|'])
  })
  test('do not touch title and closing', () => {
    expect(run(['T 讲话|', 'P'], setLevel(1))).toEqual(['T 讲话|', 'P'])
    expect(run(['T', 'P', 'C 完|'], setLevel(1))).toEqual(['T', 'P', 'C 完|'])
  })
})

describe('forms', () => {
  test('change for all that are counted in one row', () => {
    const changed = applied(stateOf(at('2y 甲一。文')), setForm('shi'))
    expect(linesOf(changed).slice(3, 5)).toEqual(['2s 甲一。文|', '2s 甲二。文'])
    expect(linesOf(changed)[7]).toBe('2 乙一')
  })
  test('stay as they are under another heading', () => {
    expect(run(['T', '1 甲', '2y 甲一|', '1 乙', '2y 乙一'], setForm('shi'))).toEqual([
      'T',
      '1 甲',
      '2s 甲一|',
      '1 乙',
      '2y 乙一',
    ])
  })
  test('go back to （一） by the level', () => {
    expect(run(at('2y 甲二。文'), setLevel(2)).slice(3, 5)).toEqual(['2 甲一。文', '2 甲二。文|'])
  })
  test('restart the count', () => {
    const state = applied(stateOf(['T', '1 甲', '1 乙|']), toggleRestart)
    expect(numberBlocks(state.doc)).toEqual(['', '一、', '一、'])
    expect(linesOf(applied(state, toggleRestart))).toEqual(['T', '1 甲', '1 乙|'])
  })
  test('replace numbers that somebody wrote', () => {
    const state = stateOf(['T', '1 甲', '1 乙'])
    const written = state.apply(state.tr.setNodeAttribute(2, 'fixedMarker', '五、'))
    expect(numberBlocks(written.doc)).toEqual(['', '五、', '六、'])
    expect(numberBlocks(applied(written, countAllMarkers).doc)).toEqual(['', '一、', '二、'])
    expect(countAllMarkers(state)).toBe(false)
  })
})

describe('moving', () => {
  test('takes a heading with all that hangs under it', () => {
    expect(run(at('1 乙'), moveUp)).toEqual([
      'T 讲话',
      'P 开场',
      '1 乙|',
      'P 引',
      '2 乙一',
      'P 文',
      '1 甲',
      '2y 甲一。文',
      '2y 甲二。文',
      'C 结束',
    ])
    expect(run(at('1 甲'), moveDown).slice(2, 9)).toEqual([
      '1 乙',
      'P 引',
      '2 乙一',
      'P 文',
      '1 甲|',
      '2y 甲一。文',
      '2y 甲二。文',
    ])
  })
  test('takes a point into the part above and below', () => {
    expect(run(at('2y 甲二。文'), moveDown).slice(4, 8)).toEqual(['1 乙', 'P 引', '2y 甲二。文|', '2 乙一'])
    expect(run(at('2 乙一'), moveUp).slice(4, 9)).toEqual(['2y 甲二。文', '2 乙一|', 'P 文', '1 乙', 'P 引'])
  })
  test('stops at the ends of the body', () => {
    expect(run(at('1 甲'), moveUp)).toEqual(at('1 甲'))
    expect(run(at('P 开场'), moveUp)).toEqual(at('P 开场'))
    expect(run(at('P 文'), moveDown)).toEqual(at('P 文'))
    expect(run(at('C 结束'), moveUp)).toEqual(at('C 结束'))
  })
  test('there and back is the same paper', () => {
    const state = stateOf(at('1 甲'))
    expect(applied(applied(state, moveDown), moveUp).doc.eq(state.doc)).toBe(true)
  })
  test('refuses places where a section may not stand', () => {
    const state = stateOf(SPEECH)
    expect(moveSection(state, 2, 0)).toBeNull()
    for (const inside of [2, 4, 5]) expect(moveSection(state, 2, inside)).toBeNull()
    expect(moveSection(state, 0, 5)).toBeNull()
    expect(moveSection(state, 2, 10)).toBeNull()
    expect(moveSection(state, 2, 9)).not.toBeNull()
  })
})

describe('inserting', () => {
  test('a part behind the part, a point behind the point, in the form of its neighbours', () => {
    expect(run(at('2y 甲一。文'), insertHeading(1)).slice(4, 7)).toEqual(['2y 甲二。文', '1 |', '1 乙'])
    expect(run(at('2y 甲一。文'), insertHeading(2)).slice(3, 6)).toEqual(['2y 甲一。文', '2y |', '2y 甲二。文'])
    expect(run(at('P 文'), insertHeading(2)).slice(8)).toEqual(['P 文', '2 |', 'C 结束'])
  })
  test('from the title or the closing still lands in the body', () => {
    expect(run(at('T 讲话'), insertHeading(1))).toContain('1 |')
    expect(run(at('C 结束'), insertHeading(1)).slice(8)).toEqual(['P 文', '1 |', 'C 结束'])
  })
  test('a paragraph with facts, its first blank selected', () => {
    const state = stateOf(['T 讲话', 'S 同志们：', 'P 文', 'C 完'])
    const insert = (place: number, text: string) =>
      linesOf(state.apply(insertParagraph(state, place, { text }, (key) => key === 'unit')))
    expect(insert(2, '请【unit】在＿＿＿日前，【x】')).toEqual([
      'T 讲话',
      'S 同志们：',
      'P 文',
      'P 请{unit}在|＿＿＿|日前，【x】',
      'C 完',
    ])
    expect(insert(0, '前')[2]).toBe('P 前|')
    expect(insert(99, '后')[3]).toBe('P 后|')
  })
})

test('the last paragraphs become the closing, but one must stay', () => {
  expect(run(['T', 'P 一', 'P 二|'], setClosing)).toEqual(['T', 'P 一', 'C 二|'])
  expect(run(['T', 'P 一|', 'P 二'], setClosing)).toEqual(['T', 'P 一|', 'P 二'])
  expect(run(['T', 'P 一|'], setClosing)).toEqual(['T', 'P 一|'])
})

test('papers written down for these tests read back', () => {
  expect(linesOf(stateOf(SPEECH)).slice(1)).toEqual(SPEECH.slice(1))
  expect(paper(['T 在{unit}/讲话', 'P']).child(0).childCount).toBe(4)
})
