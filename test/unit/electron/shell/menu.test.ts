import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { accelerator, type MenuState, menuTemplate } from '../../../../electron/shell/menu.ts'
import { ACTION_IDS, isPressed, programActions } from '../../../../shared/contract/program-actions.ts'

const flat = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const STATE: MenuState = {
  enabled: new Set(['print', 'undo']),
  recent: [
    { id: 'one', title: '青垣县 & 柳溪镇反馈会议' },
    { id: 'two', title: '' },
  ],
}
const LETTERS = /\(&(\w)\)$/

describe.each(['win32', 'linux', 'darwin'] as const)('the menus on %s', (platform) => {
  const choose = vi.fn()
  const template = menuTemplate(platform, STATE, choose)
  const all = flat(template)
  const own = all.filter(({ id }) => id !== undefined)

  test('hold every action of the table once, under its name', () => {
    expect(own.map(({ id }) => id).toSorted()).toEqual([...ACTION_IDS].sort())
    for (const action of programActions)
      expect(own.find(({ id }) => id === action.id)?.label).toBe(`${action.label}(&${action.access})`)
  })

  test('show the keys of the table without taking them from the page', () => {
    for (const action of programActions) {
      const item = own.find(({ id }) => id === action.id)
      const keys = accelerator(action)
      // On a Mac a menu takes what it shows.
      const isShown = keys !== undefined && (platform !== 'darwin' || /CommandOrControl|F\d/.test(keys))
      expect(item?.accelerator, action.id).toBe(isShown ? keys : undefined)
      if (isShown) expect(item?.registerAccelerator, action.id).toBe(false)
    }
  })

  test('grey what cannot be done now', () => {
    expect(own.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual(['print', 'undo'])
  })

  test('say what was chosen', () => {
    const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.()
    click(own.find(({ id }) => id === 'print'))
    click(all.find(({ label }) => label?.includes('柳溪镇')))
    expect(choose.mock.calls).toEqual([[{ action: 'print' }], [{ meetingId: 'one' }]])
  })

  test('list the recent meetings, whatever they are called', () => {
    const labels = all.filter(({ label }) => /^&\d /.test(label ?? '')).map(({ label }) => label)
    expect(labels).toEqual(['&1 青垣县 && 柳溪镇反馈会议', '&2 未命名会议'])
    const none = flat(menuTemplate(platform, { ...STATE, recent: [] }, choose))
    expect(none.find(({ label }) => label?.startsWith('最近的会议'))?.enabled).toBe(false)
  })

  test('speak Chinese everywhere', () => {
    for (const item of all) if (item.type !== 'separator') expect(item.label, item.role).toMatch(/\p{Script=Han}/u)
  })

  test('have one access key for each entry of a menu', () => {
    for (const { submenu, label: title } of template) {
      const keys = (submenu as MenuItemConstructorOptions[]).flatMap(
        ({ label }) => LETTERS.exec(label ?? '')?.[1] ?? [],
      )
      expect(new Set(keys).size, title).toBe(keys.length)
      if (title !== '会备')
        expect(keys).toHaveLength((submenu as MenuItemConstructorOptions[]).filter(({ type }) => !type).length)
    }
  })

  test('leave the keys of the clipboard to the page, and open no developer tools', () => {
    for (const role of ['cut', 'copy', 'paste', 'pasteAndMatchStyle'])
      expect(all.find((item) => item.role === role)?.registerAccelerator, role).toBe(false)
    for (const role of ['toggleDevTools', 'reload', 'forceReload'])
      expect(all.filter((item) => item.role === role)).toEqual([])
  })
})

describe('the table', () => {
  test('gives no key to two actions', () => {
    const keys = programActions.flatMap((action) => action.keys as readonly string[])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('knows its keys when they are pressed, and only those', () => {
    const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
    const print = { ...plain, key: 'p', code: 'KeyP', ctrlKey: true }
    expect(isPressed('Mod-p', print)).toBe(true)
    expect(isPressed('Mod-p', { ...print, ctrlKey: false, metaKey: true })).toBe(true)
    for (const other of [{ ctrlKey: false }, { shiftKey: true }, { altKey: true }, { key: 'o', code: 'KeyO' }])
      expect(isPressed('Mod-p', { ...print, ...other }), JSON.stringify(other)).toBe(false)
    // With Alt, systems put another character in the place of the letter.
    expect(isPressed('Mod-Alt-m', { ...print, key: 'µ', code: 'KeyM', altKey: true })).toBe(true)
    expect(isPressed('Shift-F8', { ...plain, key: 'F8', code: 'F8', shiftKey: true })).toBe(true)
    expect(isPressed('F8', { ...plain, key: 'F8', code: 'F8', shiftKey: true })).toBe(false)
  })

  test('is written as Electron wants it', () => {
    expect(accelerator({ keys: ['Mod-Shift-Enter'] })).toBe('CommandOrControl+Shift+Enter')
    expect(accelerator({ keys: ['Alt-ArrowUp'] })).toBe('Alt+Up')
    expect(accelerator({ keys: [] })).toBeUndefined()
  })
})
