import type { MenuItemConstructorOptions } from 'electron'
import type { Events } from '../../shared/contract/events.ts'
import {
  type ActionId,
  keyParts,
  type MenuName,
  type ProgramAction,
  programActions,
} from '../../shared/contract/program-actions.ts'

/** What the menus show. */
export interface MenuState {
  /** Everything else is greyed. */
  enabled: ReadonlySet<ActionId>
  /** The meetings last worked on, newest first. */
  recent: readonly { id: string; title: string }[]
}

type Item = MenuItemConstructorOptions
type Choose = (choice: Events['menu.chosen']) => void

const TITLES: Record<MenuName, string> = {
  file: '文件(&F)',
  edit: '编辑(&E)',
  structure: '层次(&S)',
  insert: '插入(&I)',
  check: '校核(&C)',
  view: '视图(&V)',
  help: '帮助(&H)',
}

/** Longer titles make a menu as wide as the screen. */
const LONGEST_TITLE = 40

const SEPARATOR: Item = { type: 'separator' }

const KEY_NAMES: Record<string, string> = { Mod: 'CommandOrControl', ArrowUp: 'Up', ArrowDown: 'Down' }

/** A key of the table as Electron writes it; undefined where there is none. */
export function accelerator({ keys }: Pick<ProgramAction, 'keys'>): string | undefined {
  const parts = keys[0] === undefined ? [] : keyParts(keys[0])
  return parts.map((part) => KEY_NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+') || undefined
}

/** A Mac's menu takes every key it shows: Tab, Shift+Enter or Alt+↑ must still reach whatever has the focus. */
const isFreeOnMac = (keys: string): boolean => /^CommandOrControl\+|^(?:Shift\+)?F\d+$/.test(keys)

/**
 * The Chinese menus: the program's own actions from their table, and what the system does by itself. Explicit labels
 * with access keys, since Electron's own are in the system's language. The page has the keys; the menus show them
 * without taking them (but on a Mac, where that cannot be).
 */
export function menuTemplate(platform: NodeJS.Platform, state: MenuState, choose: Choose): Item[] {
  const isMac = platform === 'darwin'
  const item = (action: ProgramAction): Item => {
    const keys = accelerator(action)
    return {
      id: action.id,
      label: `${action.label}(&${action.access})`,
      enabled: state.enabled.has(action.id),
      click: () => choose({ action: action.id }),
      ...(keys && (!isMac || isFreeOnMac(keys)) ? { accelerator: keys, registerAccelerator: false } : {}),
    }
  }
  const own = (menu: MenuName): Item[] =>
    programActions
      .filter((action) => action.menu === menu)
      .flatMap((action) => (action.startsGroup ? [SEPARATOR, item(action)] : [item(action)]))
  const after = (items: Item[], id: ActionId, added: Item[]): Item[] => {
    const at = items.findIndex((one) => one.id === id) + 1
    return [...items.slice(0, at), ...added, ...items.slice(at)]
  }

  const menus: Record<MenuName, Item[]> = {
    file: [
      ...after(own('file'), 'meetings', [recentMenu(state.recent, choose)]),
      SEPARATOR,
      { role: isMac ? 'close' : 'quit', label: '退出(&X)' },
    ],
    edit: after(own('edit'), 'redo', [SEPARATOR, ...CLIPBOARD]),
    structure: own('structure'),
    insert: own('insert'),
    check: own('check'),
    view: [...own('view'), SEPARATOR, ...ZOOM],
    help: [...own('help'), SEPARATOR, { role: 'about', label: '关于会备(&A)' }],
  }
  const named = (Object.keys(TITLES) as MenuName[]).map((menu) => ({ label: TITLES[menu], submenu: menus[menu] }))
  return isMac ? [MAC_MENU, ...named] : named
}

/** What Chromium does by itself; its keys are the page's. */
const CLIPBOARD: Item[] = [
  { role: 'cut', label: '剪切(&T)', registerAccelerator: false },
  { role: 'copy', label: '复制(&C)', registerAccelerator: false },
  { role: 'paste', label: '粘贴(&P)', registerAccelerator: false },
  { role: 'pasteAndMatchStyle', label: '只粘贴文字(&S)', registerAccelerator: false },
]

const ZOOM: Item[] = [
  { role: 'zoomIn', label: '放大(&I)' },
  { role: 'zoomOut', label: '缩小(&O)' },
  { role: 'resetZoom', label: '原来大小(&N)' },
  SEPARATOR,
  { role: 'togglefullscreen', label: '全屏(&F)' },
]

const MAC_MENU: Item = {
  label: '会备',
  submenu: [
    { role: 'about', label: '关于会备' },
    SEPARATOR,
    { role: 'hide', label: '隐藏会备' },
    { role: 'quit', label: '退出会备' },
  ],
}

function recentMenu(recent: MenuState['recent'], choose: Choose): Item {
  const label = (title: string, index: number) => {
    // In a label & marks the access key.
    const short = title.replaceAll('&', '&&').slice(0, LONGEST_TITLE)
    return index < 9 ? `&${index + 1} ${short}` : short
  }
  return {
    label: '最近的会议(&O)',
    enabled: recent.length > 0,
    submenu: recent.map(({ id, title }, index) => ({
      label: label(title || '未命名会议', index),
      click: () => choose({ meetingId: id }),
    })),
  }
}
