import type { App, CrashReporter, Dialog } from 'electron'

export interface CrashOptions {
  app: Pick<App, 'exit' | 'on'>
  crashReporter: Pick<CrashReporter, 'start'>
  dialog: Pick<Dialog, 'showErrorBox'>
  process: Pick<NodeJS.Process, 'on'>
  log(message: string, error?: unknown): void
}

/**
 * A fault of the program itself: written down, said in Chinese, and an end with nothing lost, since every save was on
 * the disk before it was acknowledged. Going on in an unknown state could damage more than it saves.
 */
export function handleCrashes({ app, crashReporter, dialog, process, log }: CrashOptions): void {
  // Dumps stay on this machine, for whoever is asked to look.
  crashReporter.start({ uploadToServer: false })
  let ending = false
  const end = (what: string) => (error: unknown) => {
    log(what, error)
    if (ending) return
    ending = true
    dialog.showErrorBox(
      '会备出错，需要关闭',
      '已保存的文稿都在，最多缺最后一秒输入的字；重新打开即可继续。\n出错的经过记在数据文件夹的 logs 里，请交给管理员。',
    )
    app.exit(1)
  }
  process.on('uncaughtException', end('uncaught exception'))
  process.on('unhandledRejection', end('unhandled rejection'))
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log(`child process gone: ${type} ${reason}`)
  })
}
