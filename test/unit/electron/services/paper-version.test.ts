import { expect, test } from 'vitest'
import { findVersion, paperVersion } from '../../../../electron/services/paper-version.ts'

const version = (body: string, facts: string) => ({ body, facts })

test('a file finds the version of its text and its facts, or else of its text', () => {
  const [newer, older, foreign] = [version('甲', '{"a":"2"}'), version('甲', '{"a":"1"}'), version('乙', '')]
  const all = [newer, older, foreign]
  expect(findVersion(all, paperVersion('甲', '{"a":"1"}'))).toBe(older)
  expect(findVersion(all, paperVersion('甲', '{"a":"2"}'))).toBe(newer)
  expect(findVersion(all, paperVersion('甲', '{"a":"3"}'))).toBe(newer)
  expect(findVersion(all, paperVersion('甲', ''))).toBe(newer)
  expect(findVersion(all, paperVersion('乙', '{"a":"1"}'))).toBe(foreign)
  expect(findVersion(all, paperVersion('丙', ''))).toBeUndefined()
})
