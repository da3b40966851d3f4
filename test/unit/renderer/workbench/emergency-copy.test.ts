import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findEmergencyCopy, keepEmergencyCopy } from '../../../../renderer/workbench/emergency-copy.ts'

const copy = { body: '{"format":1}', revision: 3, kept: '2026-03-12T06:00:00.000Z' }

let kept: Map<string, string>
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  })
})
afterEach(() => void vi.unstubAllGlobals())

it('keeps a text for its paper and lets it go', () => {
  expect(keepEmergencyCopy('a', copy)).toBe(true)
  expect(findEmergencyCopy('a')).toEqual(copy)
  expect(findEmergencyCopy('b')).toBeNull()
  keepEmergencyCopy('a', null)
  expect(findEmergencyCopy('a')).toBeNull()
})

it('finds nothing in what it cannot read', () => {
  for (const value of ['', '{', '7', 'null', '{"body":1}']) {
    kept.set('huibei.draft.a', value)
    expect(findEmergencyCopy('a')).toBeNull()
  }
})

it('says so when the browser keeps nothing', () => {
  vi.stubGlobal('window', {
    get localStorage(): never {
      throw new Error('denied')
    },
  })
  expect(keepEmergencyCopy('a', copy)).toBe(false)
  expect(findEmergencyCopy('a')).toBeNull()
})
