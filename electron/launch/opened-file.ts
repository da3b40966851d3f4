import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { FILE_ENDING } from '../../shared/contract/transfer-commands.ts'

/** A file the program was started with: by a double click, or dropped on its icon. */
export interface OpenedFile {
  /** Without its folder. */
  fileName: string
  bytes: Uint8Array
}

/** Bytes that still travel as the base64 of the contract; see shared/contract/data.ts. */
const LARGEST = 45_000_000
/** Characters of a file name that the contract takes. */
const LONGEST_NAME = 200

/** Whether a word of the command line names a file of ours. */
export const isOwnFile = (word: string): boolean => !word.startsWith('-') && word.toLowerCase().endsWith(FILE_ENDING)

/** @returns the file, or in Chinese why it cannot be read */
export function readOpenedFile(path: string): OpenedFile | string {
  const fileName = basename(path).slice(-LONGEST_NAME)
  try {
    const { size } = statSync(path)
    if (size > LARGEST) return `“${fileName}”太大（${Math.round(size / 1e6)} MB），没有打开。`
    return { fileName, bytes: readFileSync(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') return `找不到“${fileName}”。如果它在 U 盘上，请插好以后再打开。`
    return `“${fileName}”读不出来，可能没有权限。请把它拷到硬盘上再试。`
  }
}
