import type { App, Dialog } from 'electron'
import { type OpenedFile, readOpenedFile } from '../launch/opened-file.ts'

export interface FileOpener {
  /** Reads a file and hands it on, at once or as soon as there is somebody to take it. */
  open(path: string): void
  /** From now on files go there. */
  to(offer: (file: OpenedFile) => void): void
}

/** Files the system asks the program to open, also before it is ready (macOS tells of them first of all). */
export function createFileOpener(app: Pick<App, 'on'>, dialog: Pick<Dialog, 'showErrorBox'>): FileOpener {
  const early: string[] = []
  let offer: ((file: OpenedFile) => void) | null = null
  const hand = (path: string) => {
    const file = readOpenedFile(path)
    if (typeof file === 'string') dialog.showErrorBox('会备没有打开这个文件', file)
    else offer?.(file)
  }
  const open = (path: string) => {
    if (offer) hand(path)
    else early.push(path)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  return {
    open,
    to(next) {
      offer = next
      for (const path of early.splice(0)) hand(path)
    },
  }
}
