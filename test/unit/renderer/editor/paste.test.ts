import { describe, expect, test } from 'vitest'
import { pasteLines } from '../../../../renderer/editor/paste.ts'
import { sourceLines } from '../../../../shared/model/recognise.ts'
import { linesOf, stateOf } from './papers.ts'

const paste = (lines: string[], text: string) => {
  const state = stateOf(lines)
  const transaction = pasteLines(state, sourceLines(text))
  const next = transaction ? state.apply(transaction) : state
  next.doc.check()
  return linesOf(next)
}

const WHOLE = '在某会议上的讲话\n（2026年3月2日）\n同志们：\n开场。\n一、甲\n（一）甲一。文\n谢谢大家！'

describe('pasting', () => {
  test('one line goes into the line', () => {
    expect(paste(['T 讲话', 'P 前|后'], '一句')).toEqual(['T 讲话', 'P 前一句|后'])
    expect(paste(['T 讲话', 'P 前|旧|后'], '一、句')).toEqual(['T 讲话', 'P 前一、句|后'])
  })
  test('several lines keep their structure, and the program counts', () => {
    expect(paste(['T 讲话', '1 甲', 'P |'], '五、乙\n（三）分。文\n完')).toEqual([
      'T 讲话',
      '1 甲',
      '1 乙',
      '2 分。文',
      'P 完|',
    ])
  })
  test('run on from the text before the cursor and into the text behind it', () => {
    expect(paste(['T 讲话', 'P 前|后'], '一句\n二句')).toEqual(['T 讲话', 'P 前一句', 'P 二句|后'])
  })
  test('begin a heading on a line of its own', () => {
    expect(paste(['T 讲话', 'P 前|后'], '一、甲\n二句')).toEqual(['T 讲话', 'P 前', '1 甲', 'P 二句|后'])
  })
  test('a whole paper takes the place of an unwritten one', () => {
    expect(paste(['T 在{unit}讲话|', 'S 同志们：', 'P', '1 形势', 'P'], WHOLE)).toEqual([
      'T 在某会议上的讲话',
      'B （2026年3月2日）',
      'S 同志们：',
      'P 开场。',
      '1 甲',
      '2 甲一。文',
      'C 谢谢大家！|',
    ])
  })
  test('but never of a written one', () => {
    const result = paste(['T |', 'S 同志们：', 'P 写好的'], WHOLE)
    expect(result.at(-1)).toBe('P 写好的')
    expect(result[0]).toBe('T 在某会议上的讲话')
  })
  test('into the closing makes closing lines', () => {
    expect(paste(['T', 'P 文', 'C |'], '一、甲\n乙')).toEqual(['T', 'P 文', 'C 甲', 'C 乙|'])
  })
  test('nothing changes nothing', () => {
    expect(paste(['T', 'P 文|'], ' \n ')).toEqual(['T', 'P 文|'])
  })
})
