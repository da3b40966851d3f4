import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { EventMessage } from '../../shared/contract/events.ts'
import type { CommandResult } from '../../shared/contract/failures.ts'
import { isOwnAddress } from './address.ts'

export const CALL_CHANNEL = 'call'
export const EVENT_CHANNEL = 'event'

export type Dispatch = (name: string, input: unknown) => Promise<CommandResult<unknown>>

export interface BoundIpc {
  /** Resolves when every call that has arrived is answered. */
  settled(): Promise<void>
}

/** Only the main frame of our own page may call (Electron's security list, item 17). */
export function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnAddress(frame.url)
}

/** Binds the one door of the contract to Electron. The only place that uses ipcMain. */
export function bindIpc(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch): BoundIpc {
  const open = new Set<Promise<unknown>>()
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<CommandResult<unknown>> => {
    if (!isOwnFrame(event)) return { ok: false, code: 'unauthorised' }
    if (typeof name !== 'string') return { ok: false, code: 'unknown-command' }
    const call = dispatch(name, input)
    open.add(call)
    try {
      return await call
    } finally {
      open.delete(call)
    }
  })
  return {
    async settled() {
      while (open.size > 0) await Promise.allSettled(open)
    },
  }
}

/** Sends an event to a page. */
export function sendEvent(contents: WebContents, message: EventMessage): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, message)
}
