import type { EventMessage } from '../../shared/contract/events.ts'
import type { Handlers } from './service-context.ts'

export interface OfferedFile {
  fileName: string
  bytes: Uint8Array
}

export interface OfferedFiles {
  handlers: Handlers<'transfer.offered'>
  /** A file the host was asked to open; a later one takes the place of one that nobody has fetched. */
  offer(file: OfferedFile): void
}

export function createOfferedFiles(emit: (message: EventMessage) => void): OfferedFiles {
  let waiting: OfferedFile | null = null
  return {
    handlers: {
      'transfer.offered'() {
        const file = waiting
        waiting = null
        if (!file) return { file: null }
        return { file: { fileName: file.fileName, bytes: Buffer.from(file.bytes).toString('base64') } }
      },
    },
    offer(file) {
      waiting = file
      emit({ name: 'transfer.offered', data: {} })
    },
  }
}
