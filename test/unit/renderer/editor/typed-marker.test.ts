import { describe, expect, test } from 'vitest'
import { headingFromMarker } from '../../../../renderer/editor/typed-marker.ts'
import { linesOf, stateOf } from './papers.ts'

const typed = (line: string) => {
  const state = stateOf(['T 讲话', line, 'C 完'])
  const transaction = headingFromMarker(state)
  return transaction ? linesOf(state.apply(transaction))[1] : null
}

describe('a typed number', () => {
  test('makes a heading of its paragraph', () => {
    expect(typed('P 一、|')).toBe('1 |')
    expect(typed('P （二）|已有的话')).toBe('2 |已有的话')
  })
  test('is left alone where it may be something else, or is no longer at the cursor', () => {
    for (const line of ['P 1.|', 'P 一是|', 'P 一要|', 'P 一、抓|', 'P 按一、|', 'P |', '1 二、|'])
      expect(typed(line)).toBeNull()
  })
  test('is left alone in the closing', () => {
    const state = stateOf(['T 讲话', 'P', 'C 一、|'])
    expect(headingFromMarker(state)).toBeNull()
  })
})
