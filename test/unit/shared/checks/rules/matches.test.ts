import { describe, expect, it } from 'vitest'
import { matchesIn } from '../../../../../shared/checks/rules/reading/matches.ts'
import { contextOfText } from './rule-cases.ts'

describe('matchesIn', () => {
  const pattern = /(\d)个(村|镇)/g

  it('gives what matchAll gives of the whole text', () => {
    const context = contextOfText('有3个村。\n没有。\n有5个镇、7个村。')
    const plain = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match])
    expect(plain(matchesIn(context, pattern))).toEqual(plain(context.text.matchAll(pattern)))
  })

  it('counts a remembered paragraph from where it stands now', () => {
    const first = matchesIn(contextOfText('有3个村。'), pattern)
    const moved = contextOfText('前面加了一段。\n有3个村。')
    const [again] = matchesIn(moved, pattern)
    expect(again?.index).toBe((first[0]?.index ?? 0) + '前面加了一段。\n'.length)
    expect(moved.text.slice(again?.index).startsWith('3个村')).toBe(true)
  })
})
