import {
  ArrowDown,
  ArrowUp,
  Brackets,
  Ellipsis,
  ListPlus,
  type LucideIcon,
  MessageSquarePlus,
  Plus,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { shortcutText } from '../../shared/contract/program-actions.ts'
import { MenuButton, type MenuEntry } from '../ui/MenuButton.tsx'
import { editorAction, editorActions } from './actions.ts'
import type { SelectionInfo } from './editor-handle.ts'
import type { PaperEditor } from './paper-editor.ts'

interface ToolbarButton {
  id: string
  icon?: LucideIcon
  /** A word or sign where it says more than an icon. */
  sign?: string
  /** Whether the cursor stands in what the button makes. */
  isOn?: (info: SelectionInfo) => boolean
}

const heading = (level: number) => (info: SelectionInfo) => info.level === level && info.form === 'number'

const GROUPS: readonly (readonly ToolbarButton[])[] = [
  [
    { id: 'undo', icon: Undo2 },
    { id: 'redo', icon: Redo2 },
  ],
  [
    { id: 'paragraph', sign: '正文', isOn: (info) => info.kind === 'paragraph' },
    { id: 'heading-1', sign: '一、', isOn: heading(1) },
    { id: 'heading-2', sign: '（一）', isOn: heading(2) },
    { id: 'heading-3', sign: '1.', isOn: heading(3) },
    { id: 'form-yao', sign: '一要', isOn: (info) => info.form === 'yao' },
    { id: 'form-shi', sign: '一是', isOn: (info) => info.form === 'shi' },
  ],
  [
    { id: 'move-up', icon: ArrowUp },
    { id: 'move-down', icon: ArrowDown },
  ],
  [
    { id: 'insert-part', icon: ListPlus, sign: '加部分' },
    { id: 'insert-point', icon: Plus, sign: '加一条' },
    { id: 'insert-fact', icon: Brackets, sign: '要素' },
  ],
  [{ id: 'find', icon: Search, sign: '查找' }],
]

/** After the last key; the toolbar need not keep up with every one. Milliseconds. */
const LAG = 120

interface ButtonState {
  enabled: boolean
  on: boolean
}

function statesOf(editor: PaperEditor): Record<string, ButtonState> {
  const info = editor.selectionInfo()
  const isOn = new Map(GROUPS.flat().map((button) => [button.id, button.isOn]))
  return Object.fromEntries(
    editorActions.map(({ id }) => [id, { enabled: editor.isEnabled(id), on: isOn.get(id)?.(info) ?? false }]),
  )
}

function useButtonStates(editor: PaperEditor): Record<string, ButtonState> {
  const [states, setStates] = useState(() => statesOf(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const next = statesOf(editor)
      setStates((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    look()
    const stop = editor.onUpdate(() => {
      clearTimeout(timer)
      timer = setTimeout(look, LAG)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor])
  return states
}

/** One stop of Tab; the arrow keys go from button to button. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }
  const step = steps[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const next = buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Found on the bar, and by everybody's fingers. */
const NOT_IN_MENU: ReadonlySet<string> = new Set(['undo', 'redo', 'select-all', 'find-next', 'find-previous'])

/** Every action by its name, those without a place on the bar among them, and what the app adds. */
function menuEntries(
  editor: PaperEditor,
  states: Record<string, ButtonState>,
  added: readonly MenuEntry[],
): MenuEntry[] {
  const shown = editorActions.filter(({ id }) => !NOT_IN_MENU.has(id))
  const own = shown.map((action, index) => ({
    id: action.id,
    label: action.label,
    shortcut: shortcutText(action),
    isDisabled: !states[action.id]?.enabled,
    startsGroup: index > 0 && shown[index - 1]?.group !== action.group,
    // The menu gives the focus back to its button first.
    run: () => void requestAnimationFrame(() => editor.run(action.id)),
  }))
  return [...added, ...own.map((entry, index) => (index === 0 ? { ...entry, startsGroup: added.length > 0 } : entry))]
}

interface EditorToolbarProps {
  editor: PaperEditor
  /** 批注 on what is selected. */
  onRemark?: () => void
  /** What the app adds to 更多. */
  menu?: readonly MenuEntry[]
}

export function EditorToolbar({ editor, onRemark, menu = [] }: EditorToolbarProps) {
  const states = useButtonStates(editor)
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(GROUPS[0]?.[0]?.id)
  return (
    <div className="editor-toolbar" role="toolbar" aria-label="编辑" ref={bar} onKeyDown={moveFocus}>
      {GROUPS.map((group) => (
        <div className="editor-toolbar-group" key={group[0]?.id}>
          {group.map(({ id, icon: Icon, sign, isOn }) => {
            const action = editorAction(id)
            if (!action) return null
            const shortcut = shortcutText(action)
            return (
              <button
                key={id}
                type="button"
                className={Icon && !sign ? 'editor-button is-icon' : 'editor-button'}
                // Not `disabled`: the button keeps its place in the row of arrow keys.
                aria-disabled={!states[id]?.enabled}
                aria-label={sign && !action.label.includes(sign) ? `${sign}（${action.label}）` : action.label}
                aria-pressed={isOn ? states[id]?.on : undefined}
                aria-keyshortcuts={shortcut.replace('Ctrl', 'Control') || undefined}
                title={shortcut ? `${action.label}（${shortcut}）` : action.label}
                tabIndex={id === stop ? 0 : -1}
                onFocus={() => setStop(id)}
                // The cursor stays where it is in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => editor.run(id)}
              >
                {Icon && <Icon aria-hidden size={16} />}
                {sign && <span className="editor-button-sign">{sign}</span>}
              </button>
            )
          })}
        </div>
      ))}
      <div className="editor-toolbar-group">
        {onRemark && (
          <button
            type="button"
            className="editor-button"
            title="批注（Ctrl+Alt+M）"
            aria-keyshortcuts="Control+Alt+M"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onRemark}
          >
            <MessageSquarePlus aria-hidden size={16} />
            <span className="editor-button-sign">批注</span>
          </button>
        )}
        <MenuButton
          label="更多"
          iconOnly
          look="quiet"
          icon={<Ellipsis aria-hidden />}
          entries={menuEntries(editor, states, menu)}
        />
      </div>
    </div>
  )
}
