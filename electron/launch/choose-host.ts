import type { HostKind } from './options.ts'

export interface Found {
  /** Path of the Electron executable. */
  electron: string | null
  /** Path of an installed browser. */
  browser: string | null
  /** Whether there is a screen to open a window on. */
  display: boolean
}

export interface Choice {
  kind: HostKind
  /** One Chinese sentence: which, and why. */
  line: string
}

/** Linux alone can be without a screen and still run programs. */
export function hasDisplay(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Electron where its runtime is, else a window of an installed browser, else an address to open by hand.
 * @returns a sentence instead when what was asked for is not to be had
 */
export function chooseHost(wanted: HostKind | undefined, { electron, browser, display }: Found): Choice | string {
  if (wanted === 'serve') return { kind: 'serve', line: '只提供网址（按 --host serve 的要求）。' }
  if (wanted === 'electron' && !electron) return '这台机器上没有 Electron 运行环境，不能用 --host electron。'
  if (wanted === 'browser' && !browser)
    return '没有找到 Chromium、Chrome 或 Edge，不能用 --host browser；可用 CHROME_PATH 指明浏览器。'
  if (!display) {
    if (wanted) return `这里没有显示器（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），不能用 --host ${wanted}。`
    return { kind: 'serve', line: '只提供网址：这里没有显示器（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）。' }
  }
  if (electron && wanted !== 'browser') return { kind: 'electron', line: `用 Electron 打开窗口（${electron}）。` }
  if (browser) {
    const why = wanted ? '按 --host browser 的要求' : '没有 Electron 运行环境'
    return { kind: 'browser', line: `用浏览器打开窗口（${browser}）：${why}。` }
  }
  return { kind: 'serve', line: '只提供网址：没有 Electron 运行环境，也没有找到 Chromium、Chrome 或 Edge。' }
}
