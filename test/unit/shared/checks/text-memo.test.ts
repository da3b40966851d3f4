import { expect, test } from 'vitest'
import { TextMemo } from '../../../../shared/checks/text-memo.ts'

function counting(capacity?: number) {
  const memo = new TextMemo<string>(capacity)
  const computed: string[] = []
  const get = (text: string) =>
    memo.get(text, (own) => {
      computed.push(own)
      return own.toUpperCase()
    })
  return { get, computed }
}

test('computes a text once', () => {
  const { get, computed } = counting()
  expect([get('a'), get('a'), get('b')]).toEqual(['A', 'A', 'B'])
  expect(computed).toEqual(['a', 'b'])
})

test('forgets what was not asked for lately, and keeps what was', () => {
  const { get, computed } = counting(4)
  for (const text of ['kept', 'lost', 'one', 'kept', 'two', 'kept', 'three', 'kept']) get(text)
  computed.length = 0
  get('kept')
  get('lost')
  expect(computed).toEqual(['lost'])
})
