import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { menuTemplate } from '../../../../electron/shell/menu.ts'

const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])

describe.each(['win32', 'linux', 'darwin'] as const)('the menu on %s', (platform) => {
  const all = items(menuTemplate(platform))

  test('speaks Chinese everywhere', () => {
    for (const item of all) if (item.type !== 'separator') expect(item.label, item.role).toMatch(/\p{Script=Han}/u)
  })

  test('has one access key in each menu for each entry', () => {
    if (platform === 'darwin') return
    for (const { submenu } of menuTemplate(platform)) {
      const keys = items(submenu as MenuItemConstructorOptions[]).flatMap(
        ({ label }) => /\(&(\w)\)/.exec(label ?? '')?.[1] ?? [],
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('leaves the keys of editing to the editor, and opens no developer tools', () => {
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
      expect(all.find((item) => item.role === role)?.registerAccelerator, role).toBe(false)
    for (const role of ['toggleDevTools', 'reload', 'forceReload'])
      expect(
        all.some((item) => item.role === role),
        role,
      ).toBe(false)
  })
})
