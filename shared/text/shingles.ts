import { fold } from './fold.ts'

/** Length of a shingle in characters. */
export const SHINGLE = 12
/** Of so many shingles in a row one is kept, so every common run of SHINGLE + WINDOW - 1 = 20 characters is found. */
const WINDOW = 9

/** Letters and figures of a text, folded; `at[i]` is where the i-th stands in the text (UTF-16). */
export interface Letters {
  letters: string
  at: number[]
}

const LETTER = /[\p{L}\p{N}]/u

export function lettersOf(text: string): Letters {
  const folded = fold(text)
  const kept: string[] = []
  const at: number[] = []
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index)
    // Common Chinese characters pass without the slow question.
    if ((code < 0x4e00 || code > 0x9fff) && !LETTER.test(folded[index] ?? '')) continue
    kept.push(folded[index] ?? '')
    at.push(index)
  }
  return { letters: kept.join(''), at }
}

export interface Fingerprint {
  /** Unsigned, 32 bits. */
  hash: number
  /** Index of the shingle's first letter. */
  at: number
}

const BASE = 0x01000193

/**
 * The kept shingles of a text by winnowing: in every window the smallest hash, the last of equal ones (Schleimer,
 * Wilkerson, Aiken: Winnowing, SIGMOD 2003). Two texts that share a long enough run keep the same ones in it.
 */
export function fingerprints(letters: string): Fingerprint[] {
  const count = letters.length - SHINGLE + 1
  if (count <= 0) return []
  let top = 1
  for (let index = 1; index < SHINGLE; index++) top = Math.imul(top, BASE)
  const hashes = new Uint32Array(count)
  let hash = 0
  for (let index = 0; index < letters.length; index++) {
    if (index >= SHINGLE) hash = (hash - Math.imul(letters.charCodeAt(index - SHINGLE), top)) | 0
    hash = (Math.imul(hash, BASE) + letters.charCodeAt(index)) | 0
    if (index >= SHINGLE - 1) hashes[index - SHINGLE + 1] = scramble(hash)
  }
  const kept: Fingerprint[] = []
  const width = Math.min(WINDOW, count)
  let last = -1
  for (let start = 0; start + width <= count; start++) {
    let best = start
    for (let index = start + 1; index < start + width; index++) {
      if ((hashes[index] ?? 0) <= (hashes[best] ?? 0)) best = index
    }
    if (best === last) continue
    last = best
    kept.push({ hash: hashes[best] ?? 0, at: best })
  }
  return kept
}

/** Spreads neighbouring values, so that the smallest is a matter of chance and not of the first character. */
function scramble(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x7feb352d)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
