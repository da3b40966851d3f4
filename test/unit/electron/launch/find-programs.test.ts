import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findElectron } from '../../../../electron/launch/electron-runtime.ts'
import { findBrowser } from '../../../../electron/launch/find-browser.ts'

describe('a browser', () => {
  const find = (platform: NodeJS.Platform, env: Record<string, string>, present: string[]) =>
    findBrowser({ platform, env, home: '/Users/wang', exists: (path) => present.includes(path) })

  test.each<[string, NodeJS.Platform, Record<string, string>, string[], string | null]>([
    [
      'on the path',
      'linux',
      { PATH: '/a:/usr/bin' },
      ['/usr/bin/google-chrome', '/usr/bin/chromium'],
      '/usr/bin/chromium',
    ],
    ['as a snap', 'linux', { PATH: '/usr/bin' }, ['/snap/bin/chromium'], '/snap/bin/chromium'],
    ['that was named', 'linux', { PATH: '/b', CHROME_PATH: '/x/c' }, ['/b/chromium', '/x/c'], '/x/c'],
    ['that was named and is gone', 'linux', { PATH: '/b', CHROME_PATH: '/x/c' }, ['/b/chromium'], '/b/chromium'],
    ['that is not there', 'linux', { PATH: '' }, [], null],
    [
      'Edge before Chrome on Windows',
      'win32',
      { ProgramFiles: 'C:\\P', 'ProgramFiles(x86)': 'C:\\P86' },
      ['C:\\P\\Google\\Chrome\\Application\\chrome.exe', 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'in the user’s own folder on Windows',
      'win32',
      { LOCALAPPDATA: 'C:\\L' },
      ['C:\\L\\Google\\Chrome\\Application\\chrome.exe'],
      'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'in the user’s own folder on macOS',
      'darwin',
      {},
      ['/Users/wang/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Users/wang/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  ])('%s', (_name, platform, env, present, found) => {
    expect(find(platform, env, present)).toBe(found)
  })
})

describe('the Electron runtime', () => {
  const find = (env: Record<string, string>, pathTxt: string | null, present: string[]) =>
    findElectron(
      '/m/electron',
      { platform: 'linux', env },
      { exists: (path) => present.includes(path), readText: () => pathTxt },
    )

  test('is there once its package was unpacked', () => {
    expect(find({}, 'electron\n', [join('/m/electron/dist/electron')])).toBe(join('/m/electron/dist/electron'))
  })
  test('is not there before, nor when the unpacking stopped half way', () => {
    expect(find({}, null, ['/m/electron/dist/electron'])).toBeNull()
    expect(find({}, 'electron', [])).toBeNull()
  })
  test('is there where ELECTRON_OVERRIDE_DIST_PATH says, and only if it is', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/dist' }
    expect(find(env, null, [join('/dist/electron')])).toBe(join('/dist/electron'))
    expect(find(env, 'electron', ['/m/electron/dist/electron'])).toBeNull()
  })
})
