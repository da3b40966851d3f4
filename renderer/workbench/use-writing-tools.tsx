import { BookOpen, Brackets, Expand, MessageSquarePlus, ReplaceAll } from 'lucide-react'
import { type ReactNode, type RefObject, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { findAll } from '../editor/search-text.ts'
import { MeetingSearchDialog } from '../meeting-search/MeetingSearchDialog.tsx'
import type { MenuEntry } from '../ui/MenuButton.tsx'
import type { PlaceInPaper } from './pending-jump.ts'
import { useMeetingSearch } from './use-meeting-search.ts'

interface WritingToolsInput {
  editor: RefObject<EditorHandle | null>
  papers: Meeting['papers']
  openId: string | null
  factText: FactText
  onRemark(): void
  onBlanks(): void
  onJump(place: PlaceInPaper): void
}

/** What helps in writing and is no action on the text at the cursor: one entry of the menu 更多 each. */
export function useWritingTools({ editor, papers, openId, factText, ...act }: WritingToolsInput) {
  const [isFocused, setFocused] = useState(false)
  const [isReadOnly, setReadOnly] = useState(false)
  const [dialog, setDialog] = useState<'search' | null>(null)
  const search = useMeetingSearch({ isOpen: dialog === 'search', papers, openId, editor, factText })
  const close = () => setDialog(null)
  const setFocus = (next: boolean) => {
    setFocused(next)
    requestAnimationFrame(() => editor.current?.focus())
  }

  const menu: MenuEntry[] = [
    {
      id: 'remark',
      label: '写批注',
      shortcut: 'Ctrl+Alt+M',
      icon: <MessageSquarePlus aria-hidden />,
      run: act.onRemark,
    },
    {
      id: 'blanks',
      label: '把 X、××、＿＿ 变成要素…',
      shortcut: 'Ctrl+Alt+B',
      icon: <Brackets aria-hidden />,
      run: act.onBlanks,
    },
    {
      id: 'meeting-search',
      label: '全会议查找和替换…',
      shortcut: 'Ctrl+Shift+H',
      icon: <ReplaceAll aria-hidden />,
      run: () => setDialog('search'),
    },
    {
      id: 'focus',
      label: '专心写（只留文稿）',
      shortcut: 'Ctrl+Alt+Z',
      icon: <Expand aria-hidden />,
      startsGroup: true,
      run: () => setFocus(true),
    },
    { id: 'read-only', label: '只看不改', icon: <BookOpen aria-hidden />, run: () => setReadOnly(true) },
  ]

  let shown: ReactNode = null
  if (dialog === 'search')
    shown = (
      <MeetingSearchDialog
        papers={search.papers}
        find={(text, query) => findAll(text, query, { matchCase: false })}
        onReplace={search.replace}
        onClose={close}
        onJump={({ id }, range) => {
          close()
          act.onJump({ paperId: id, ...range })
        }}
      />
    )

  return {
    menu,
    dialog: shown,
    isFocused,
    leaveFocus: () => isFocused && setFocus(false),
    toggleFocus: () => setFocus(!isFocused),
    isReadOnly,
    edit: () => setReadOnly(false),
    openSearch: () => setDialog('search'),
  }
}
