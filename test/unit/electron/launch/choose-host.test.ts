import { expect, test } from 'vitest'
import { chooseHost, type Found, hasDisplay } from '../../../../electron/launch/choose-host.ts'
import type { HostKind } from '../../../../electron/launch/options.ts'

const ALL: Found = { electron: '/e', browser: '/b', display: true }

test.each<[HostKind | undefined, Partial<Found>, HostKind | null, RegExp]>([
  [undefined, {}, 'electron', /Electron.*\/e/],
  [undefined, { electron: null }, 'browser', /\/b.*没有 Electron/],
  [undefined, { electron: null, browser: null }, 'serve', /没有 Electron 运行环境，也没有找到/],
  [undefined, { display: false }, 'serve', /没有显示器/],
  ['browser', {}, 'browser', /按 --host browser/],
  ['serve', {}, 'serve', /按 --host serve/],
  ['electron', { electron: null }, null, /不能用 --host electron/],
  ['browser', { browser: null }, null, /CHROME_PATH/],
  ['electron', { display: false }, null, /没有显示器/],
  ['browser', { display: false }, null, /没有显示器/],
])('asked for %s with %j: %s', (wanted, found, kind, why) => {
  const choice = chooseHost(wanted, { ...ALL, ...found })
  expect(typeof choice === 'string' ? null : choice.kind).toBe(kind)
  expect(typeof choice === 'string' ? choice : choice.line).toMatch(why)
})

test('only Linux can be without a display', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
})
