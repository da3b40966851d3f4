import type { Dialog, Shell } from 'electron'
import { startFailure } from '../launch/start-failure.ts'

export interface WayOut {
  dialog: Pick<Dialog, 'showMessageBox'>
  openFolder: Shell['openPath']
  dataDir: string
  log(message: string, error?: unknown): void
}

/**
 * Opens the services; when the library does not open, says why in Chinese and lets the user try again, look into the
 * data folder, or leave.
 * @returns null when the user leaves
 */
export async function openServices<S>(open: () => Promise<S>, wayOut: WayOut): Promise<S | null> {
  for (;;) {
    try {
      return await open()
    } catch (error) {
      wayOut.log('library not opened', error)
      if (!(await offerWayOut(error, wayOut))) return null
    }
  }
}

/** @returns whether to try again */
async function offerWayOut(error: unknown, { dialog, openFolder, dataDir }: WayOut): Promise<boolean> {
  const { message, detail, retry } = startFailure(error)
  const buttons = [...(retry ? ['再试一次'] : []), '打开数据文件夹', '退出']
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: '会备',
      message,
      detail: `${detail}\n\n数据文件夹：${dataDir}`,
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
      noLink: true,
    })
    const chosen = buttons[response]
    if (chosen !== '打开数据文件夹') return chosen === '再试一次'
    await openFolder(dataDir)
  }
}
