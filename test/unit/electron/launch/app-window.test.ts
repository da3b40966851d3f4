import { expect, test } from 'vitest'
import { browserArguments, profileFolder } from '../../../../electron/launch/app-window.ts'

const window = { browser: '/usr/bin/chromium', address: 'http://127.0.0.1:4000/#code=abc', profile: '/p' }

test('the window shows our address, from a profile of its own, and reaches nothing else', () => {
  const args = browserArguments(window, false, false)
  expect(args).toContain('--app=http://127.0.0.1:4000/#code=abc')
  expect(args).toContain('--user-data-dir=/p')
  expect(args).toContain('--proxy-server=http://127.0.0.1:9')
  expect(args).toContain('--proxy-bypass-list=127.0.0.1')
  expect(args).toContain('--disable-sync')
  expect(args).toContain('--window-size=1280,800')
})

test('the sandbox stays on but for root', () => {
  expect(browserArguments(window, false, false)).not.toContain('--no-sandbox')
  expect(browserArguments(window, true, false)).toContain('--no-sandbox')
})

test('later windows open as large as the last one was', () => {
  expect(browserArguments(window, false, true).join()).not.toContain('window-size')
})

test('a snap keeps its profile where it may', () => {
  expect(profileFolder('/usr/bin/chromium', '/data/p', { home: '/home/w' })).toBe('/data/p')
  expect(profileFolder('/snap/bin/chromium', '/home/w/.local/p', { home: '/home/w' })).toBe(
    '/home/w/snap/chromium/common/huibei',
  )
})
