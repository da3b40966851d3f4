import type { Backend } from '../../shared/contract/backend.ts'
import { fromBase64 } from '../text/base64.ts'

/** Milliseconds after which a browser has surely begun to read a download. */
const DOWNLOAD_BEGUN = 60_000

/**
 * Gives a file to the user: by the host's own dialog where it has one, else as a download.
 * @returns false when the user gave up. @throws Failure
 */
export async function saveFile(backend: Backend, file: { fileName: string; bytes: string }): Promise<boolean> {
  const host = await backend.call('host.info', {})
  if (host.canSaveFiles) return (await backend.call('file.save', file)).saved
  download(file.fileName, new Blob([fromBase64(file.bytes)]))
  return true
}

export function download(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_BEGUN)
}
