import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const BYTES = 32

/** The secret of one run of the host. It travels in the fragment of the address, which no server ever sees. */
export function createToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in constant time; hashing first makes both sides equally long. */
export function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}
