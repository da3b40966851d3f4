import type { Backend } from '../../shared/contract/backend.ts'
import type { EventMessage, EventName } from '../../shared/contract/events.ts'
import type { CommandResult } from '../../shared/contract/failures.ts'

interface Address {
  port: number
  token: string
}

/** A POST as the page sends it; `headers` change single ones. */
export function post(
  { port, token }: Address,
  path: string,
  body: unknown,
  options: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const origin = `http://127.0.0.1:${port}`
  return fetch(origin + path, {
    method: 'POST',
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...options.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: options.signal ?? null,
  })
}

/** A small client of the loopback host, apart from the renderer's own. */
export function createHttpClient(address: Address): {
  call(name: string, input: unknown): Promise<CommandResult<unknown>>
  on: Backend['on']
  close(): void
} {
  const listeners = new Set<{ name: EventName; listener: (data: never) => void }>()
  const stop = new AbortController()

  async function poll(): Promise<void> {
    let after: number | null = null
    while (!stop.signal.aborted) {
      const response = await post(address, '/api/events', { after }, { signal: stop.signal })
      const answer = (await response.json()) as { next: number; events?: EventMessage[] }
      after = answer.next
      for (const { name, data } of answer.events ?? [])
        for (const entry of listeners) if (entry.name === name) entry.listener(data as never)
    }
  }
  const polling = poll().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })

  return {
    call: async (name, input) =>
      (await post(address, '/api/call', { name, input })).json() as Promise<CommandResult<unknown>>,
    on(name, listener) {
      const entry = { name, listener: listener as (data: never) => void }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    close() {
      stop.abort()
      void polling
    },
  }
}
