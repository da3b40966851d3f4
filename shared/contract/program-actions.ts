/**
 * Everything the user can do to the program from a menu or by a key: one table for the page's keys, the help sheet, the
 * toolbar of the editor and the native menus. What an action does is bound to its id where it is done.
 */

export type MenuName = 'file' | 'edit' | 'structure' | 'insert' | 'check' | 'view' | 'help'

interface Action {
  id: string
  label: string
  menu: MenuName
  /** Key within its native menu, one letter, unique there. */
  access: string
  /** In ProseMirror's notation (Mod is Ctrl, on a Mac ⌘); the first is shown. */
  keys: readonly string[]
  /** A line is drawn above it. */
  startsGroup?: true
  /** Done by the editor of a paper, which also has its keys to itself. */
  inText?: 'edit' | 'structure' | 'numbering' | 'insert' | 'find'
}

const ACTIONS = [
  { id: 'new-meeting', label: '新建会议', menu: 'file', access: 'N', keys: [] },
  { id: 'meetings', label: '回到会议列表', menu: 'file', access: 'L', keys: [] },
  { id: 'import-meeting', label: '导入会议…', menu: 'file', access: 'I', keys: [] },
  { id: 'export-meeting', label: '导出会议…', menu: 'file', access: 'E', keys: [] },
  { id: 'save', label: '立即保存', menu: 'file', access: 'S', keys: ['Mod-s'], startsGroup: true },
  { id: 'export-standard', label: '导出 Word 标准稿…', menu: 'file', access: 'W', keys: [] },
  { id: 'export-podium', label: '导出 Word 大字稿…', menu: 'file', access: 'D', keys: [] },
  { id: 'handouts', label: '会议材料…', menu: 'file', access: 'M', keys: [] },
  { id: 'read-back', label: '读回修改稿…', menu: 'file', access: 'R', keys: [] },
  { id: 'print', label: '打印和预览…', menu: 'file', access: 'P', keys: ['Mod-p'] },
  { id: 'backups', label: '备份…', menu: 'file', access: 'B', keys: [], startsGroup: true },
  { id: 'settings', label: '设置…', menu: 'file', access: 'T', keys: [] },

  { id: 'undo', label: '撤销', menu: 'edit', access: 'U', keys: ['Mod-z'], inText: 'edit' },
  { id: 'redo', label: '恢复', menu: 'edit', access: 'R', keys: ['Mod-y', 'Mod-Shift-z'], inText: 'edit' },
  { id: 'select-all', label: '全选', menu: 'edit', access: 'A', keys: ['Mod-a'], inText: 'edit' },

  { id: 'paragraph', label: '正文', menu: 'structure', access: '0', keys: ['Mod-Alt-0'], inText: 'structure' },
  {
    id: 'heading-1',
    label: '一级标题　一、',
    menu: 'structure',
    access: '1',
    keys: ['Mod-Alt-1'],
    inText: 'structure',
  },
  {
    id: 'heading-2',
    label: '二级标题　（一）',
    menu: 'structure',
    access: '2',
    keys: ['Mod-Alt-2'],
    inText: 'structure',
  },
  { id: 'heading-3', label: '三级标题　1.', menu: 'structure', access: '3', keys: ['Mod-Alt-3'], inText: 'structure' },
  {
    id: 'heading-4',
    label: '四级标题　（1）',
    menu: 'structure',
    access: '4',
    keys: ['Mod-Alt-4'],
    inText: 'structure',
  },
  { id: 'closing', label: '结尾段', menu: 'structure', access: 'E', keys: [], inText: 'structure' },
  { id: 'promote', label: '升一级', menu: 'structure', access: 'P', keys: ['Shift-Tab'], inText: 'structure' },
  { id: 'demote', label: '降一级', menu: 'structure', access: 'D', keys: ['Tab'], inText: 'structure' },
  {
    id: 'move-up',
    label: '上移',
    menu: 'structure',
    access: 'U',
    keys: ['Alt-ArrowUp', 'Alt-Shift-ArrowUp'],
    inText: 'structure',
  },
  {
    id: 'move-down',
    label: '下移',
    menu: 'structure',
    access: 'N',
    keys: ['Alt-ArrowDown', 'Alt-Shift-ArrowDown'],
    inText: 'structure',
  },
  {
    id: 'form-yao',
    label: '一要、二要',
    menu: 'structure',
    access: 'Y',
    keys: [],
    startsGroup: true,
    inText: 'numbering',
  },
  { id: 'form-shi', label: '一是、二是', menu: 'structure', access: 'S', keys: [], inText: 'numbering' },
  { id: 'form-di', label: '第一，第二，', menu: 'structure', access: 'I', keys: [], inText: 'numbering' },
  { id: 'restart', label: '从一重新编号', menu: 'structure', access: 'R', keys: [], inText: 'numbering' },
  { id: 'count', label: '序号由程序编排', menu: 'structure', access: 'C', keys: [], inText: 'numbering' },
  { id: 'count-all', label: '全文序号由程序编排', menu: 'structure', access: 'A', keys: [], inText: 'numbering' },

  { id: 'insert-part', label: '新的一部分', menu: 'insert', access: 'P', keys: ['Mod-Shift-Enter'], inText: 'insert' },
  { id: 'insert-point', label: '新的一条', menu: 'insert', access: 'N', keys: ['Mod-Enter'], inText: 'insert' },
  { id: 'insert-fact', label: '会议要素【】', menu: 'insert', access: 'F', keys: ['Mod-Alt-f'], inText: 'insert' },
  { id: 'line-break', label: '标题内换行', menu: 'insert', access: 'B', keys: ['Shift-Enter'], inText: 'insert' },
  { id: 'remark', label: '写批注', menu: 'insert', access: 'M', keys: ['Mod-Alt-m'], startsGroup: true },

  { id: 'blanks', label: '把 X、××、＿＿ 变成要素…', menu: 'insert', access: 'X', keys: ['Mod-Alt-b'] },

  { id: 'find', label: '查找', menu: 'edit', access: 'F', keys: ['Mod-f'], startsGroup: true, inText: 'find' },
  { id: 'replace', label: '替换', menu: 'edit', access: 'H', keys: ['Mod-h'], inText: 'find' },
  { id: 'find-next', label: '下一处', menu: 'edit', access: 'N', keys: ['F3', 'Mod-g'], inText: 'find' },
  {
    id: 'find-previous',
    label: '上一处',
    menu: 'edit',
    access: 'V',
    keys: ['Shift-F3', 'Mod-Shift-g'],
    inText: 'find',
  },
  { id: 'search-meeting', label: '在整个会议里查找替换', menu: 'edit', access: 'M', keys: ['Mod-Shift-h'] },

  { id: 'next-finding', label: '下一处校核', menu: 'check', access: 'N', keys: ['F8'] },
  { id: 'previous-finding', label: '上一处校核', menu: 'check', access: 'P', keys: ['Shift-F8'] },
  { id: 'delivery-check', label: '交稿检查…', menu: 'check', access: 'D', keys: [], startsGroup: true },

  { id: 'next-pane', label: '到下一栏（左栏、文稿、右栏）', menu: 'view', access: 'X', keys: ['F6'] },
  { id: 'previous-pane', label: '到上一栏', menu: 'view', access: 'P', keys: ['Shift-F6'] },
  { id: 'left-pane', label: '左栏：文稿和提纲', menu: 'view', access: 'L', keys: [], startsGroup: true },
  { id: 'right-pane', label: '右栏：要点、校核、要素、版本', menu: 'view', access: 'R', keys: [] },
  { id: 'sheet-larger', label: '文稿放大', menu: 'view', access: 'G', keys: ['Mod-=', 'Mod-+'], startsGroup: true },
  { id: 'sheet-smaller', label: '文稿缩小', menu: 'view', access: 'S', keys: ['Mod--'] },
  { id: 'sheet-fit', label: '文稿合适大小', menu: 'view', access: 'T', keys: ['Mod-0'] },
  { id: 'focus-mode', label: '专心写', menu: 'view', access: 'Z', keys: ['Mod-Alt-z'] },

  { id: 'help', label: '帮助和使用手册', menu: 'help', access: 'H', keys: ['F1'] },
] as const satisfies readonly Action[]

export type ActionId = (typeof ACTIONS)[number]['id']
export interface ProgramAction extends Action {
  id: ActionId
}
/** In the order of the menus. */
export const programActions: readonly ProgramAction[] = ACTIONS

export const ACTION_IDS: readonly [ActionId, ...ActionId[]] = [
  ACTIONS[0].id,
  ...ACTIONS.slice(1).map(({ id }) => id as ActionId),
]

/** What is done by the editor of a paper. */
export type TextActionId = Extract<(typeof ACTIONS)[number], { inText: string }>['id']

const byId = new Map<string, ProgramAction>(ACTIONS.map((action) => [action.id, action]))

/** @throws for an id that is in no table, which the compiler knows before */
export function programAction(id: ActionId): ProgramAction {
  const action = byId.get(id)
  if (!action) throw new Error(`no action ${id}`)
  return action
}

const KEY_NAMES: Record<string, string> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }

/** Mod-Shift-h as Mod, Shift and h; the key itself may be a -. */
export const keyParts = (key: string): string[] => key.split(/-(?=.)/)

/** The first key as the user reads it: Ctrl+Alt+1, Alt+↑; '' where there is none. */
export function shortcutText({ keys }: Pick<ProgramAction, 'keys'>): string {
  const parts = keyParts(keys[0] ?? '')
  return parts.map((part) => KEY_NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}

/** What of a pressed key decides whether an action is meant. */
export type PressedKey = Pick<KeyboardEventLike, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

interface KeyboardEventLike {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether a key of the table was pressed. With Alt or Shift a letter is known by its place, since those change it. */
export function isPressed(key: string, pressed: PressedKey): boolean {
  const parts = keyParts(key)
  const name = parts.pop() ?? ''
  const has = (modifier: string) => parts.includes(modifier)
  if ((pressed.ctrlKey || pressed.metaKey) !== has('Mod')) return false
  if (pressed.shiftKey !== has('Shift') || pressed.altKey !== has('Alt')) return false
  if (name.length > 1) return pressed.key === name
  return pressed.key.toLowerCase() === name || pressed.code === `Key${name.toUpperCase()}`
}
