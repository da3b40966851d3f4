import { programActions, shortcutText } from '../../shared/contract/program-actions.ts'
import type { ShortcutGroup } from '../help/HelpDialog.tsx'

const GROUP_NAMES = { edit: '编辑', structure: '层次', numbering: '序号', insert: '插入', find: '查找' } as const

/** Every key of the program, for the help sheet: from the one table of actions, and the few that belong to a place. */
export function shortcutGroups(): ShortcutGroup[] {
  const withKeys = programActions.filter(({ keys }) => keys.length > 0)
  const inWords = (actions: typeof withKeys) =>
    actions.map((action) => ({ label: action.label.replace('…', ''), keys: shortcutText(action) }))
  const editing = Object.entries(GROUP_NAMES).map(([group, title]) => ({
    title,
    shortcuts: inWords(withKeys.filter(({ inText }) => inText === group)),
  }))
  return [
    {
      title: '随处可用',
      shortcuts: [
        ...inWords(withKeys.filter(({ inText }) => !inText)),
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
