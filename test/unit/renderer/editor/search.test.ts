import { history, undo } from 'prosemirror-history'
import { describe, expect, test } from 'vitest'
import {
  closeSearch,
  goToMatch,
  openSearch,
  replaceAll,
  replaceMatch,
  searchOf,
  searchPlugin,
  setSearch,
} from '../../../../renderer/editor/search.ts'
import { findAll, firstFrom } from '../../../../renderer/editor/search-text.ts'
import { TextViews } from '../../../../renderer/editor/text-views.ts'
import { applied, linesOf, stateOf } from './papers.ts'

describe('finding in text', () => {
  test('takes the query as it is, not as a pattern', () => {
    expect(findAll('a.b(c) axb', 'a.b(c)', { matchCase: false })).toEqual([{ start: 0, end: 6 }])
    for (const query of ['[', '\\', '-', '&&', '$', '{1}', '/', '|']) {
      expect(findAll(`前${query}后`, query, { matchCase: true })).toEqual([{ start: 1, end: 1 + query.length }])
    }
  })
  test('heeds case only when told to', () => {
    expect(findAll('Ab aB', 'ab', { matchCase: false })).toHaveLength(2)
    expect(findAll('Ab aB', 'aB', { matchCase: true })).toEqual([{ start: 3, end: 5 }])
  })
  test('finds nothing for nothing, and no overlaps', () => {
    expect(findAll('文文文', '', { matchCase: false })).toEqual([])
    expect(findAll('文文文', '文文', { matchCase: false })).toEqual([{ start: 0, end: 2 }])
  })
  test('goes on from the cursor, round the end', () => {
    const ranges = [2, 8].map((start) => ({ start, end: start + 1 }))
    expect([firstFrom(ranges, 3), firstFrom(ranges, 9), firstFrom([], 0)]).toEqual([1, 0, -1])
  })
})

const views = new TextViews((key) => ({ text: key === 'unit' ? '柳溪镇' : null, label: key }))
const open = (lines: string[], query: string) => {
  const state = stateOf(lines, [searchPlugin(views.of), history()])
  return applied(applied(state, openSearch('replace')), setSearch({ query }))
}

describe('searching a paper', () => {
  test('finds in facts and numbers too, but replaces only what is written', () => {
    const state = open(['T 在{unit}讲话', '1 柳溪镇一、二', 'P 柳溪镇'], '柳溪镇')
    expect(searchOf(state).matches.map((match) => match.replaceable)).toEqual([false, true, true])
    const replaced = applied(state, replaceAll('青石镇'))
    expect(linesOf(replaced).map((line) => line.replace('|', ''))).toEqual([
      'T 在{unit}讲话',
      '1 青石镇一、二',
      'P 青石镇',
    ])
    expect(applied(replaced, undo).doc.eq(state.doc)).toBe(true)
    expect(searchOf(open(['T', '1 头'], '一、')).matches.map((match) => match.replaceable)).toEqual([false])
  })
  test('replaces all by a longer text, at every place', () => {
    const state = open(['T 甲乙甲', 'P 甲'], '甲')
    expect(linesOf(applied(state, replaceAll('甲甲甲'))).map((line) => line.replace('|', ''))).toEqual([
      'T 甲甲甲乙甲甲甲',
      'P 甲甲甲',
    ])
    expect(linesOf(applied(state, replaceAll(''))).map((line) => line.replace('|', ''))).toEqual(['T 乙', 'P'])
  })
  test('does not reach over paragraphs', () => {
    expect(searchOf(open(['T 前文', 'P 后文'], '文\n后')).matches.some((match) => match.replaceable)).toBe(true)
    expect(searchOf(open(['T 前文', 'P 后文'], '文后')).matches).toEqual([])
  })
  test('walks through the matches both ways and round', () => {
    let state = open(['T 文', 'P 文', 'P 文|'], '文')
    const seen = []
    for (const step of [1, 1, 1, -1, -1] as const) {
      state = applied(state, goToMatch(step))
      seen.push(searchOf(state).current)
    }
    expect(seen).toEqual([0, 1, 2, 1, 0])
    expect(linesOf(state)[0]).toBe('T |文|')
  })
  test('replaces one and goes on to the next, also where the new text holds the old', () => {
    let state = applied(open(['T |甲', 'P 甲，甲'], '甲'), goToMatch(1))
    state = applied(state, replaceMatch('甲乙'))
    expect(searchOf(state).matches[searchOf(state).current]?.from).toBe(5)
    state = applied(state, replaceMatch('丙'))
    expect(linesOf(state).map((line) => line.replaceAll('|', ''))).toEqual(['T 甲乙', 'P 丙，甲'])
  })
  test('keeps up with the text, takes the selection as the query and closes', () => {
    let state = applied(stateOf(['T |文|', 'P'], [searchPlugin(views.of)]), openSearch('find'))
    expect(searchOf(state)).toMatchObject({ open: 'find', query: '文' })
    state = applied(state, setSearch({}))
    state = state.apply(state.tr.insertText('文文', 4))
    expect(searchOf(state).matches).toHaveLength(3)
    expect(searchOf(applied(state, closeSearch)).open).toBeNull()
  })
})
