import { useEffect } from 'react'
import type { Backend } from '../../shared/contract/backend.ts'
import { fromBase64 } from '../text/base64.ts'
import { askImport } from '../transfer/transfer-requests.ts'

/** Fetches a meeting file the system was asked to open: when the page comes up, and whenever another is announced. */
export function useOfferedFile(backend: Backend, missed: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to ask again
  useEffect(() => {
    const fetchFile = async () => {
      const { file } = await backend.call('transfer.offered', {}).catch(() => ({ file: null }))
      if (file) askImport(new File([fromBase64(file.bytes)], file.fileName))
    }
    void fetchFile()
    return backend.on('transfer.offered', () => void fetchFile())
  }, [backend, missed])
}
