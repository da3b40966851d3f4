import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserWindow, Dialog } from 'electron'

/** Milliseconds that a page gets to bring its last input into the library before the user is asked. */
const PATIENCE = 4000

/** As {@link BoundIpc.settled}, but never longer than the patience: a hanging disk must not keep the window open. */
export const settledSoon = (settled: () => Promise<void>, patience = PATIENCE): Promise<void> =>
  Promise.race([settled(), wait(patience, undefined, { ref: false })])

/**
 * A page with input that is not saved yet holds up its unloading, and saves. The window then closes by itself as soon
 * as that is done; only when the page holds on a second time is the user asked, since then the saving failed.
 */
export function closeWhenSaved(
  window: BrowserWindow,
  settled: () => Promise<void>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
): void {
  let waited = false
  window.webContents.on('will-prevent-unload', (event) => {
    if (!waited) {
      waited = true
      void settledSoon(settled).then(() => {
        if (!window.isDestroyed()) window.close()
      })
      return
    }
    waited = false
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: '会备',
      message: '最后输入的内容还没有能够保存。',
      detail: '回到窗口可以看到原因。仍然关闭的话，没有保存的那几个字会丢失。',
      buttons: ['回到窗口', '仍然关闭'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Preventing the event means: do not let the page prevent it.
    if (answer === 1) event.preventDefault()
  })
}
