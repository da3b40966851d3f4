import { FILE_ENDING } from '../../shared/contract/transfer-commands.ts'
import { createStore } from '../ui/store.ts'

export type TransferRequest =
  | { kind: 'export'; meetingId: string; title: string; flush(): Promise<boolean> }
  /** `file` null asks for one. */
  | { kind: 'import'; file: File | null }

/** What the user asked for, from wherever: the list, an open meeting, a dropped file, a double click. */
export const transferRequest = createStore<TransferRequest | null>(null)

export const isMeetingFile = (file: File | undefined): file is File =>
  file?.name.toLowerCase().endsWith(FILE_ENDING) ?? false

export const askExport = (meetingId: string, title: string, flush: () => Promise<boolean> = async () => true) =>
  transferRequest.set({ kind: 'export', meetingId, title, flush })

export const askImport = (file: File | null) => transferRequest.set({ kind: 'import', file })
