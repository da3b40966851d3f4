import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import type { EventMessage } from '../../shared/contract/events.ts'
import { type CommandResult, Failure } from '../../shared/contract/failures.ts'
import { createEventHub } from './events.ts'

/** A request that outlives its page may carry this many bytes (the browser allows 64 KiB in all). */
const KEEPALIVE_BYTES = 60_000
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

interface EventsAnswer {
  next: number
  events?: EventMessage[]
  reset?: boolean
}

export interface HttpOptions {
  token: string
  /** Called when events may have been missed: everything shown should be read again. */
  onReset(): void
  fetch?: typeof fetch
  /** Whether the page is being left, so that the request must outlive it. */
  leaving?(): boolean
}

/**
 * The backend behind the loopback host. A host that does not answer is a `disconnected` failure; events are fetched by
 * a long poll that starts with the first listener and slows down while the host is away.
 */
export function createHttpBackend(options: HttpOptions): Backend & { close(): void } {
  const send = options.fetch ?? fetch
  const hub = createEventHub()
  const stop = new AbortController()
  let polling = false

  async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    const text = JSON.stringify(body)
    const keepalive = (options.leaving?.() ?? false) && new TextEncoder().encode(text).length <= KEEPALIVE_BYTES
    try {
      return await send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${options.token}` },
        body: text,
        keepalive,
        ...(signal ? { signal } : {}),
      })
    } catch {
      throw new Failure('disconnected')
    }
  }

  async function call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    const response = await post('/api/call', { name, input })
    let result: CommandResult<CommandOutput<N>>
    try {
      result = await response.json()
    } catch {
      throw new Failure(response.status === 401 ? 'unauthorised' : 'disconnected')
    }
    if (result.ok) return result.value
    throw new Failure(result.code ?? 'internal', result.detail)
  }

  async function poll(): Promise<void> {
    let after: number | null = null
    let pause = FIRST_PAUSE
    while (!stop.signal.aborted) {
      try {
        const response = await post('/api/events', { after }, stop.signal)
        if (!response.ok) throw new Failure('disconnected')
        const answer = (await response.json()) as EventsAnswer
        after = answer.next
        for (const message of answer.events ?? []) hub.emit(message)
        if (answer.reset || pause > FIRST_PAUSE) options.onReset()
        pause = FIRST_PAUSE
      } catch {
        if (stop.signal.aborted) return
        await new Promise((resolve) => setTimeout(resolve, pause))
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
    }
  }

  return {
    call,
    on(name, listener) {
      if (!polling) {
        polling = true
        void poll()
      }
      return hub.on(name, listener)
    },
    close: () => stop.abort(),
  }
}
