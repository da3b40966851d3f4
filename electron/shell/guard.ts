import type { App, Session, WebContents } from 'electron'
import { APP_SCHEME, isOwnAddress } from './address.ts'

/** What a page may ask of the system, with the reason. Everything else is denied. */
export const PERMITTED: Record<string, string> = {
  'clipboard-sanitized-write': '复制正文和表格',
  fullscreen: '全屏写作',
}

/**
 * Everything a page could do beyond showing itself, denied in one place (Electron's security list, items 5, 12–15):
 * navigation, redirects, new windows, embedded views, permissions.
 */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  const stopForeign = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stopForeign)
  contents.on('will-frame-navigate', stopForeign)
  contents.on('will-redirect', stopForeign)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Denies permissions by the table, and every request that is not for the program's own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(Object.hasOwn(PERMITTED, permission) && isOwnAddress(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => Object.hasOwn(PERMITTED, permission) && isOwnAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    // blob: and data: never leave the process; devtools: exists only in development.
    const { protocol } = new URL(details.url)
    answer({ cancel: ![`${APP_SCHEME}:`, 'blob:', 'data:', 'devtools:'].includes(protocol) })
  })
}
