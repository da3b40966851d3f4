import type { Server } from 'node:http'

/** Follows the requests a server is working on; the promise it returns settles when there is none. */
export function watchRunningRequests(server: Server): () => Promise<void> {
  let running = 0
  const waiting: (() => void)[] = []
  server.on('request', (_request, response) => {
    running += 1
    response.on('close', () => {
      running -= 1
      if (running === 0) for (const resolve of waiting.splice(0)) resolve()
    })
  })
  return () => new Promise((resolve) => (running === 0 ? resolve() : waiting.push(resolve)))
}
