import { selectAll } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import {
  countAllMarkers,
  countMarkers,
  demote,
  promote,
  setClosing,
  setForm,
  setLevel,
  setParagraph,
  toggleRestart,
} from './commands/headings.ts'
import { insertHeading, insertLineBreak } from './commands/insert.ts'
import { moveDown, moveUp } from './commands/move.ts'
import { openFactPicker } from './fact-picker.ts'
import { goToMatch, openSearch } from './search.ts'

/**
 * Something the user can do to the paper. One object feeds the menu, the toolbar and the shortcut; `run` without a
 * dispatch says whether it applies where the cursor is.
 */
export interface EditorAction {
  id: string
  label: string
  group: 'edit' | 'structure' | 'numbering' | 'insert' | 'find'
  /** In ProseMirror's notation; the first is shown to the user. */
  keys: readonly string[]
  run: Command
}

/** Every action, in the order of a menu. */
export const editorActions: readonly EditorAction[] = [
  { id: 'undo', label: '撤销', group: 'edit', keys: ['Mod-z'], run: undo },
  { id: 'redo', label: '恢复', group: 'edit', keys: ['Mod-y', 'Mod-Shift-z'], run: redo },
  { id: 'select-all', label: '全选', group: 'edit', keys: ['Mod-a'], run: selectAll },

  { id: 'paragraph', label: '正文', group: 'structure', keys: ['Mod-Alt-0'], run: setParagraph },
  { id: 'heading-1', label: '一级标题　一、', group: 'structure', keys: ['Mod-Alt-1'], run: setLevel(1) },
  { id: 'heading-2', label: '二级标题　（一）', group: 'structure', keys: ['Mod-Alt-2'], run: setLevel(2) },
  { id: 'heading-3', label: '三级标题　1.', group: 'structure', keys: ['Mod-Alt-3'], run: setLevel(3) },
  { id: 'heading-4', label: '四级标题　（1）', group: 'structure', keys: ['Mod-Alt-4'], run: setLevel(4) },
  { id: 'closing', label: '结尾段', group: 'structure', keys: [], run: setClosing },
  { id: 'promote', label: '升一级', group: 'structure', keys: ['Shift-Tab'], run: promote },
  { id: 'demote', label: '降一级', group: 'structure', keys: ['Tab'], run: demote },
  { id: 'move-up', label: '上移', group: 'structure', keys: ['Alt-ArrowUp', 'Alt-Shift-ArrowUp'], run: moveUp },
  { id: 'move-down', label: '下移', group: 'structure', keys: ['Alt-ArrowDown', 'Alt-Shift-ArrowDown'], run: moveDown },

  { id: 'form-yao', label: '一要、二要', group: 'numbering', keys: [], run: setForm('yao') },
  { id: 'form-shi', label: '一是、二是', group: 'numbering', keys: [], run: setForm('shi') },
  { id: 'form-di', label: '第一，第二，', group: 'numbering', keys: [], run: setForm('di') },
  { id: 'restart', label: '从一重新编号', group: 'numbering', keys: [], run: toggleRestart },
  { id: 'count', label: '序号由程序编排', group: 'numbering', keys: [], run: countMarkers },
  { id: 'count-all', label: '全文序号由程序编排', group: 'numbering', keys: [], run: countAllMarkers },

  { id: 'insert-part', label: '新的一部分', group: 'insert', keys: ['Mod-Shift-Enter'], run: insertHeading(1) },
  { id: 'insert-point', label: '新的一条', group: 'insert', keys: ['Mod-Enter'], run: insertHeading(2) },
  { id: 'insert-fact', label: '会议要素【】', group: 'insert', keys: ['Mod-Alt-f'], run: openFactPicker },
  { id: 'line-break', label: '标题内换行', group: 'insert', keys: ['Shift-Enter'], run: insertLineBreak },

  { id: 'find', label: '查找', group: 'find', keys: ['Mod-f'], run: openSearch('find') },
  { id: 'replace', label: '替换', group: 'find', keys: ['Mod-h'], run: openSearch('replace') },
  { id: 'find-next', label: '下一处', group: 'find', keys: ['F3', 'Mod-g'], run: goToMatch(1) },
  { id: 'find-previous', label: '上一处', group: 'find', keys: ['Shift-F3', 'Mod-Shift-g'], run: goToMatch(-1) },
]

const byId = new Map(editorActions.map((action) => [action.id, action]))

export function editorAction(id: string): EditorAction | undefined {
  return byId.get(id)
}

const KEY_NAMES: Record<string, string> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }

/** The shortcut as the user reads it: Ctrl+Alt+1, Alt+↑; '' where there is none. */
export function shortcutText(action: EditorAction): string {
  const parts = action.keys[0]?.split('-') ?? []
  return parts.map((part) => KEY_NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}
