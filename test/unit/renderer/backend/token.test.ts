import { expect, it } from 'vitest'
import { takeToken } from '../../../../renderer/backend/token.ts'

function setUp(hash: string, kept: string | null = null, answer: () => Promise<Response> = () => Promise.reject()) {
  const storage = new Map<string, string>(kept ? [['huibei.token', kept]] : [])
  const shown: string[] = []
  const surroundings = {
    location: { hash, pathname: '/' },
    history: {
      replaceState: (_data: unknown, _title: string, address?: string | URL | null) => shown.push(String(address)),
    },
    storage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value),
    },
    fetch: answer,
  } as Parameters<typeof takeToken>[0]
  return { surroundings, storage, shown }
}

it('takes the token out of the address and keeps it for a reload', async () => {
  const { surroundings, storage, shown } = setUp('#token=abc-1')
  expect(await takeToken(surroundings)).toBe('abc-1')
  expect(shown).toEqual(['/'])
  expect([...storage.values()]).toEqual(['abc-1'])
})

it('finds it again after a reload, and leaves the address of a screen alone', async () => {
  const { surroundings, shown } = setUp('#/meeting/1', 'abc-1')
  expect(await takeToken(surroundings)).toBe('abc-1')
  expect(shown).toEqual([])
})

it('exchanges a code for the token', async () => {
  const { surroundings, shown } = setUp('#code=xyz', null, async () => new Response('{"token":"abc-2"}'))
  expect(await takeToken(surroundings)).toBe('abc-2')
  expect(shown).toEqual(['/'])
})

it('has none when the code was used before, or the page was opened without one', async () => {
  expect(
    await takeToken(setUp('#code=xyz', null, async () => new Response('{}', { status: 401 })).surroundings),
  ).toBeNull()
  expect(await takeToken(setUp('').surroundings)).toBeNull()
})
