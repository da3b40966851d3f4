import { editorActions, shortcutText } from '../editor/actions.ts'
import type { ShortcutGroup } from '../help/HelpDialog.tsx'

const GROUP_NAMES = { edit: '编辑', structure: '层次', numbering: '序号', insert: '插入', find: '查找' } as const

/** Every key of the program, for the help sheet: those of the workbench, and the editor's from its own table. */
export function shortcutGroups(): ShortcutGroup[] {
  const editing = Object.entries(GROUP_NAMES).map(([group, title]) => ({
    title,
    shortcuts: editorActions
      .filter((action) => action.group === group && action.keys.length > 0)
      .map((action) => ({ label: action.label, keys: shortcutText(action) })),
  }))
  return [
    {
      title: '随处可用',
      shortcuts: [
        { label: '帮助', keys: 'F1' },
        { label: '到下一栏（左栏、文稿、右栏）', keys: 'F6' },
        { label: '下一处校核', keys: 'F8' },
        { label: '上一处校核', keys: 'Shift+F8' },
        { label: '打印和预览', keys: 'Ctrl+P' },
        { label: '界面放大、缩小', keys: 'Ctrl+加号、减号' },
        { label: '关闭对话框', keys: 'Esc' },
      ],
    },
    { title: '在提纲里', shortcuts: [{ label: '整段上移、下移', keys: 'Alt+↑ ↓' }] },
    { title: '在议程里', shortcuts: [{ label: '这一项往前、往后移', keys: 'Alt+↑ ↓' }] },
    {
      title: '在整改台账里',
      shortcuts: [
        { label: '上一个、下一个问题', keys: '↑ ↓' },
        { label: '改选中的问题', keys: 'Enter' },
      ],
    },
    { title: '在文稿里', shortcuts: [{ label: '插入会议要素', keys: '【' }] },
    ...editing.filter(({ shortcuts }) => shortcuts.length > 0),
  ]
}
