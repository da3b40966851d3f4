import type { BrowserWindow } from 'electron'
import { Failure } from '../../shared/contract/failures.ts'
import type { HostPort } from '../services/host-port.ts'

/** The host's port for PDF: what the window shows, on the pages its style sheet asks for. */
export function createPrintToPdf(window: () => BrowserWindow | undefined): NonNullable<HostPort['printToPdf']> {
  return async () => {
    const contents = window()?.webContents
    if (!contents) throw new Failure('not-found')
    return contents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  }
}
