import { describe, expect, it, vi } from 'vitest'
import { createHttpBackend } from '../../../../renderer/backend/http.ts'

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

function setUp(answer: (path: string, init: RequestInit) => Promise<Response>, leaving = false) {
  const requests: { path: string; init: RequestInit }[] = []
  const backend = createHttpBackend({
    token: 'word',
    onReset: () => undefined,
    leaving: () => leaving,
    fetch: (path, init) => {
      requests.push({ path: String(path), init: init ?? {} })
      return answer(String(path), init ?? {})
    },
  })
  return { backend, requests }
}

describe('calls over http', () => {
  it('carries the token, the name and the input, and returns the value', async () => {
    const { backend, requests } = setUp(async () => json({ ok: true, value: [] }))
    expect(await backend.call('meeting.list', {})).toEqual([])
    expect(requests[0]?.path).toBe('/api/call')
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer word', 'content-type': 'application/json' },
      body: '{"name":"meeting.list","input":{}}',
      keepalive: false,
    })
  })

  it('turns a refusal into a failure with its code and detail', async () => {
    const { backend } = setUp(async () => json({ ok: false, code: 'conflict', detail: '第 3 版' }))
    await expect(backend.call('meeting.list', {})).rejects.toMatchObject({ code: 'conflict', detail: '第 3 版' })
  })

  it('calls a host that does not answer disconnected', async () => {
    const { backend } = setUp(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(backend.call('meeting.list', {})).rejects.toMatchObject({ code: 'disconnected' })
  })

  it('calls an answer that is no JSON disconnected, and a missing word unauthorised', async () => {
    const { backend } = setUp(async () => new Response('<html>', { status: 502 }))
    await expect(backend.call('meeting.list', {})).rejects.toMatchObject({ code: 'disconnected' })
    const { backend: other } = setUp(async () => new Response('', { status: 401 }))
    await expect(other.call('meeting.list', {})).rejects.toMatchObject({ code: 'unauthorised' })
  })

  it('outlives the page when it is being left, unless the body is too large for that', async () => {
    const { backend, requests } = setUp(async () => json({ ok: true, value: { revision: 2, updated: '' } }), true)
    const id = '3f0c6a0e-58a4-4d0b-9a53-0d8c6d0b1b11'
    await backend.call('paper.save', { id, revision: 1, body: '甲'.repeat(10_000) })
    await backend.call('paper.save', { id, revision: 1, body: '甲'.repeat(30_000) })
    expect(requests.map(({ init }) => init.keepalive)).toEqual([true, false])
  })
})

describe('events over http', () => {
  it('hands each event to its listeners and asks on from the last number', async () => {
    const asked: unknown[] = []
    const { backend } = setUp((_path, init) => {
      asked.push(JSON.parse(String(init.body)).after)
      if (asked.length === 1) return Promise.resolve(json({ next: 4, events: [] }))
      if (asked.length === 2)
        return Promise.resolve(json({ next: 5, events: [{ name: 'settings.changed', data: { revision: 9 } }] }))
      return new Promise(() => undefined)
    })
    const heard = await new Promise((resolve) => backend.on('settings.changed', resolve))
    backend.close()
    expect(heard).toEqual({ revision: 9 })
    expect(asked.slice(0, 2)).toEqual([null, 4])
  })

  it('says when events may have been missed', async () => {
    const onReset = vi.fn()
    let count = 0
    const backend = createHttpBackend({
      token: 'word',
      onReset,
      fetch: () => (count++ === 0 ? Promise.resolve(json({ next: 8, reset: true })) : new Promise(() => undefined)),
    })
    backend.on('meeting.changed', () => undefined)
    await vi.waitFor(() => expect(onReset).toHaveBeenCalledOnce())
    backend.close()
  })
})
