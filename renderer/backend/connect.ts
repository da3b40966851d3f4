import type { Backend } from '../../shared/contract/backend.ts'
import { createHttpBackend } from './http.ts'
import { createIpcBackend } from './ipc.ts'
import { takeToken } from './token.ts'

/** The way to the host this page was opened by, or null when it was opened without the host's word. */
export async function connect(onReset: () => void): Promise<Backend | null> {
  if (window.huibei) return createIpcBackend(window.huibei)
  const { location, history, sessionStorage: storage } = window
  const token = await takeToken({ location, history, storage, fetch: window.fetch.bind(window) })
  if (!token) return null
  let leaving = false
  window.addEventListener('pagehide', () => (leaving = true), { capture: true })
  window.addEventListener('pageshow', () => (leaving = false), { capture: true })
  return createHttpBackend({
    token,
    onReset,
    leaving: () => leaving || document.visibilityState === 'hidden',
  })
}
