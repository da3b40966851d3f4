const KEY = 'huibei.token'

export interface TokenSurroundings {
  location: Pick<Location, 'hash' | 'pathname'>
  history: Pick<History, 'replaceState'>
  storage: Pick<Storage, 'getItem' | 'setItem'>
  fetch: typeof fetch
}

/**
 * The word that opens the loopback host. It arrives in the fragment of the address, which is emptied at once: as
 * itself (#token=), or as a code (#code=) that the host exchanges for it once. A reload finds it in the session's
 * storage. Null when the page was opened without one, or the code was used before.
 */
export async function takeToken({ location, history, storage, fetch }: TokenSurroundings): Promise<string | null> {
  const [, kind, word] = /^#(token|code)=([\w-]+)$/.exec(location.hash) ?? []
  if (!word) return storage.getItem(KEY)
  history.replaceState(null, '', location.pathname)
  const token = kind === 'token' ? word : await claim(word, fetch)
  if (token) storage.setItem(KEY, token)
  return token ?? storage.getItem(KEY)
}

async function claim(code: string, send: typeof fetch): Promise<string | null> {
  try {
    const response = await send('/api/claim', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const answer: { token?: unknown } = response.ok ? await response.json() : {}
    return typeof answer.token === 'string' ? answer.token : null
  } catch {
    return null
  }
}
