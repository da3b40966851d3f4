import type { MenuItemConstructorOptions } from 'electron'

/**
 * The Chinese menu. Explicit labels with access keys, since Electron's own are in the system's language. Undo and
 * redo are the editor's: the menu shows their keys without taking them.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: '撤销(&U)', registerAccelerator: false },
    { role: 'redo', label: '重做(&R)', registerAccelerator: false },
    { type: 'separator' },
    { role: 'cut', label: '剪切(&T)', registerAccelerator: false },
    { role: 'copy', label: '复制(&C)', registerAccelerator: false },
    { role: 'paste', label: '粘贴(&P)', registerAccelerator: false },
    { role: 'pasteAndMatchStyle', label: '只粘贴文字(&S)', registerAccelerator: false },
    { role: 'selectAll', label: '全选(&A)', registerAccelerator: false },
  ]
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: '放大(&I)' },
    { role: 'zoomOut', label: '缩小(&O)' },
    { role: 'resetZoom', label: '原来大小(&N)' },
    { type: 'separator' },
    { role: 'togglefullscreen', label: '全屏(&F)' },
  ]
  const own: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [
          {
            label: '会备',
            submenu: [
              { role: 'about', label: '关于会备' },
              { type: 'separator' },
              { role: 'hide', label: '隐藏会备' },
              { role: 'quit', label: '退出会备' },
            ],
          },
        ]
      : []
  return [
    ...own,
    { label: '文件(&F)', submenu: [{ role: platform === 'darwin' ? 'close' : 'quit', label: '退出(&X)' }] },
    { label: '编辑(&E)', submenu: edit },
    { label: '视图(&V)', submenu: view },
    { label: '帮助(&H)', submenu: [{ role: 'about', label: '关于会备(&A)' }] },
  ]
}
