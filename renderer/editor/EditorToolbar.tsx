import { ArrowDown, ArrowUp, Brackets, ListPlus, type LucideIcon, Plus, Redo2, Search, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { editorAction, shortcutText } from './actions.ts'
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
    { id: 'form-di', sign: '第一', isOn: (info) => info.form === 'di' },
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
  [
    { id: 'find', icon: Search, sign: '查找' },
    { id: 'replace', sign: '替换' },
  ],
]

/** After the last key; the toolbar need not keep up with every one. Milliseconds. */
const LAG = 120

interface ButtonState {
  enabled: boolean
  on: boolean
}

function statesOf(editor: PaperEditor): Record<string, ButtonState> {
  const info = editor.selectionInfo()
  return Object.fromEntries(
    GROUPS.flat().map(({ id, isOn }) => [id, { enabled: editor.isEnabled(id), on: isOn?.(info) ?? false }]),
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

export function EditorToolbar({ editor }: { editor: PaperEditor }) {
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
    </div>
  )
}
