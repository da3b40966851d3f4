import { createToken } from './token.ts'

export interface PageCodes {
  /** A fresh code for one page. */
  issue(): string
  /** Whether the code is good; it is used up by asking. */
  claim(code: string): boolean
}

/**
 * Codes that a page exchanges for the token. The address of a window stands on the browser's command line, which every
 * user of the machine can read: what stands there opens one page, once, and soon no more.
 */
export function createPageCodes(validMilliseconds: number, now: () => number): PageCodes {
  const expiry = new Map<string, number>()
  return {
    issue() {
      for (const [code, time] of expiry) if (time < now()) expiry.delete(code)
      const code = createToken()
      expiry.set(code, now() + validMilliseconds)
      return code
    },
    claim(code) {
      // The look-up need not take constant time: a code has 256 bits and a minute to live.
      const time = expiry.get(code)
      expiry.delete(code)
      return time !== undefined && time >= now()
    },
  }
}
