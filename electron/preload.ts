import { contextBridge, ipcRenderer } from 'electron'
import type { EventMessage } from '../shared/contract/events.ts'
import type { CommandResult } from '../shared/contract/failures.ts'

/** All that a page can reach of the host. The channel names are those of shell/ipc.ts, which a preload cannot import. */
const door = {
  call: (name: string, input: unknown): Promise<CommandResult<unknown>> => ipcRenderer.invoke('call', name, input),
  on: (listener: (message: EventMessage) => void): (() => void) => {
    const forward = (_event: unknown, message: EventMessage) => listener(message)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('huibei', door)
