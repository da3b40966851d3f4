/**
 * 核对编号: what a row of an exported table is known by when it comes back, however it was sorted or copied:
 * K7Q2M4-12-2 is the second measure of the twelfth problem of the export K7Q2M4; K7Q2M4-12-0 a problem without
 * measures. The export itself keeps which ones those were.
 */
export interface RowCode {
  token: string
  /** From 1. */
  problem: number
  /** From 1; 0 for a problem without measures. */
  measure: number
}

/** Letters and digits that nobody takes for one another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 6

/** A token for an export, from so many bytes of chance. */
export function exportToken(chance: Uint8Array): string {
  return Array.from(chance.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const rowCode = (token: string, problem: number, measure: number): string =>
  token === '' ? '' : `${token}-${problem}-${measure}`

/** Null for anything that is no code: a row somebody added by hand. */
export function readRowCode(text: string): RowCode | null {
  const match = /^([2-9A-HJ-NP-Z]{6})-(\d{1,5})-(\d{1,3})$/.exec(text.trim().toUpperCase())
  return match ? { token: match[1] ?? '', problem: Number(match[2]), measure: Number(match[3]) } : null
}
