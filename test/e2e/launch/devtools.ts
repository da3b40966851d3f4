import { vi } from 'vitest'

interface Target {
  id: string
  type: string
  url: string
  webSocketDebuggerUrl: string
}

/** A page looked into from outside, by the browser's own protocol. */
export interface ObservedPage {
  url(): Promise<string>
  /** Value of an expression; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>
  /** Waits until the expression holds. */
  until(expression: string): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
  /** Closes the whole browser, as its user would. */
  quit(): Promise<void>
}

const ANSWER_MILLISECONDS = 3000
const PATIENCE = { timeout: 30_000, interval: 50 }

/**
 * Looks into the page of a running Chromium. By hand, because Playwright, made for browsers it has started itself, may
 * wait for ever when it meets one in the middle of opening its window.
 */
export async function observePage(port: string): Promise<ObservedPage> {
  const origin = `http://127.0.0.1:${port}`
  const ours = async (): Promise<Target> => {
    const targets = (await (await fetch(`${origin}/json/list`)).json()) as Target[]
    const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('http:'))
    if (!page) throw new Error('no page of ours yet')
    return page
  }
  const target = await vi.waitFor(ours, PATIENCE)
  const send = await connect(target.webSocketDebuggerUrl)

  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result: { value?: unknown }
    }
    return result.value
  }
  return {
    url: async () => (await ours()).url,
    evaluate,
    until: (expression) =>
      vi.waitFor(async () => {
        if (!(await evaluate(expression))) throw new Error(`still not: ${expression}`)
      }, PATIENCE),
    async reload() {
      await send('Page.reload').catch(() => undefined)
    },
    async close() {
      await fetch(`${origin}/json/close/${target.id}`)
    },
    async quit() {
      const { webSocketDebuggerUrl } = (await (await fetch(`${origin}/json/version`)).json()) as Target
      await (await connect(webSocketDebuggerUrl))('Browser.close').catch(() => undefined)
    },
  }
}

type Send = (method: string, params?: object) => Promise<unknown>

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown }
    waiting.get(id)?.(result)
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)))
  })
  let last = 0
  return (method, params = {}) => {
    last += 1
    const id = last
    return new Promise((resolve, reject) => {
      // A page that is being loaded again may swallow what was asked of the one before it.
      setTimeout(() => reject(new Error(`no answer to ${method}`)), ANSWER_MILLISECONDS).unref()
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
  }
}
