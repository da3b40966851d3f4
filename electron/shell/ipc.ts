import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { EventMessage } from '../../shared/contract/events.ts'
import type { CommandResult } from '../../shared/contract/failures.ts'
import { isOwnAddress } from './address.ts'

export const CALL_CHANNEL = 'call'
export const EVENT_CHANNEL = 'event'

export type Dispatch = (name: string, input: unknown) => Promise<CommandResult<unknown>>

/** Only the main frame of our own page may call (Electron's security list, item 17). */
export function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnAddress(frame.url)
}

/** Binds the one door of the contract to Electron. The only place that uses ipcMain. */
export function bindIpc(ipcMain: IpcMain, dispatch: Dispatch): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<CommandResult<unknown>> => {
    if (!isOwnFrame(event)) return { ok: false, code: 'unauthorised' }
    if (typeof name !== 'string') return { ok: false, code: 'unknown-command' }
    return dispatch(name, input)
  })
}

/** Sends an event to a page. */
export function sendEvent(contents: WebContents, message: EventMessage): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, message)
}
