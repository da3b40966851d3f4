import type { Backend } from '../../shared/contract/backend.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'

export interface ImportState {
  done: number
  total: number
  added: number
  known: number
  /** What could not be read, and why. */
  failed: { fileName: string; reason: string }[]
}

/** The host takes about this many bytes in one go. */
const LARGEST = 40_000_000
const READABLE = /\.(?:docx|doc|odt|txt|wps|docm)$/i

/** Papers among what was chosen; a folder also holds locks of Word (~$) and pictures. */
export const readableFiles = (files: readonly File[]): File[] =>
  files.filter(({ name }) => READABLE.test(name) && !name.startsWith('~$') && !name.startsWith('.'))

/**
 * Takes files in one after the other; what was taken in before a cancel stays.
 * @param tell after every file
 */
export async function importFiles(
  backend: Backend,
  files: readonly File[],
  signal: AbortSignal,
  tell: (state: ImportState) => void,
): Promise<ImportState> {
  let state: ImportState = { done: 0, total: files.length, added: 0, known: 0, failed: [] }
  for (const file of files) {
    if (signal.aborted) break
    const fileName = file.name.slice(-200)
    try {
      if (file.size > LARGEST) throw new Error('too large')
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const { state: outcome } = await backend.call('material.import', { fileName, bytes })
      state = { ...state, [outcome]: state[outcome] + 1 }
    } catch (error) {
      const reason = file.size > LARGEST ? '文件太大' : failureMessage(error)
      state = { ...state, failed: [...state.failed, { fileName, reason }] }
    }
    state = { ...state, done: state.done + 1 }
    tell(state)
  }
  return state
}
