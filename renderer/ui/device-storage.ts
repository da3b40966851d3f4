/**
 * What belongs to this window's machine and not to the office: theme, whether the tour was seen, emergency copies.
 * Browsers may refuse storage (private windows, a full quota); then it is as if nothing had been kept.
 */
export function readDevice(key: string): string | null {
  try {
    return window.localStorage.getItem(`huibei.${key}`)
  } catch {
    return null
  }
}

/** @returns whether it was kept. Null removes. */
export function writeDevice(key: string, value: string | null): boolean {
  try {
    if (value === null) window.localStorage.removeItem(`huibei.${key}`)
    else window.localStorage.setItem(`huibei.${key}`, value)
    return true
  } catch {
    return false
  }
}
