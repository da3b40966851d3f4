/** The renderer's own origin. A standard scheme of ours, so that no port is open and no file:// rights are needed. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://huibei'
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** Whether an address is one of the renderer's own pages. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address)
    return protocol === `${APP_SCHEME}:` && host === 'huibei'
  } catch {
    return false
  }
}
