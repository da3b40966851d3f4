import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PaperEditor } from './paper-editor.ts'
import { closeSearch, goToMatch, replaceAll, replaceMatch, type Search, setSearch } from './search.ts'

function countText({ query, matches, current }: Search): string {
  if (query === '') return ''
  return matches.length === 0 ? '没有找到' : `第 ${current + 1} 处，共 ${matches.length} 处`
}

function Button(props: {
  label: string
  onPress: () => void
  disabled?: boolean
  pressed?: boolean
  children?: ReactNode
}) {
  const { label, onPress, disabled, pressed, children } = props
  return (
    <button
      type="button"
      className={children ? 'editor-button is-icon' : 'editor-button'}
      // Not `disabled`, which would drop the focus when the last match has been replaced.
      aria-disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={disabled ? undefined : onPress}
    >
      {children ?? label}
    </button>
  )
}

/** 查找和替换. The fields are not controlled, so that input methods can work in them. */
export function FindBar({ editor, search, readOnly }: { editor: PaperEditor; search: Search; readOnly: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const { open, query, matches, matchCase } = search

  // biome-ignore lint/correctness/useExhaustiveDependencies: opening again takes the focus again.
  useEffect(() => {
    if (!field.current) return
    field.current.value = query
    field.current.focus()
    field.current.select()
  }, [open])

  const look = (event: FormEvent<HTMLInputElement>) => {
    if ((event.nativeEvent as InputEvent).isComposing) return
    setSaid('')
    editor.exec(setSearch({ query: event.currentTarget.value }))
  }
  const close = () => {
    editor.exec(closeSearch)
    editor.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') close()
    else if (event.key === 'F3') editor.exec(goToMatch(event.shiftKey ? -1 : 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onEnter = (act: (back: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    act(event.shiftKey)
  }
  const replaceOne = () => {
    editor.exec(replaceMatch(replacement))
    editor.exec(goToMatch(1))
  }
  const replaceEvery = () => {
    const written = matches.filter((match) => match.replaceable).length
    editor.exec(replaceAll(replacement))
    const kept = matches.length - written
    setSaid(`已替换 ${written} 处${kept > 0 ? `；另有 ${kept} 处在会议要素或序号里，没有替换` : ''}。`)
  }

  return (
    <search className="find-bar" onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          className="find-field"
          aria-label="查找"
          placeholder="查找"
          defaultValue={query}
          onInput={look}
          onCompositionEnd={look}
          onKeyDown={onEnter((back) => editor.exec(goToMatch(back ? -1 : 1)))}
        />
        <Button
          label="区分大小写"
          pressed={matchCase}
          onPress={() => editor.exec(setSearch({ matchCase: !matchCase }))}
        >
          <CaseSensitive aria-hidden size={16} />
        </Button>
        <Button label="上一处" disabled={matches.length === 0} onPress={() => editor.exec(goToMatch(-1))}>
          <ChevronUp aria-hidden size={16} />
        </Button>
        <Button label="下一处" disabled={matches.length === 0} onPress={() => editor.exec(goToMatch(1))}>
          <ChevronDown aria-hidden size={16} />
        </Button>
        <output className="find-count">{said || countText(search)}</output>
        <Button label="关闭查找" onPress={close}>
          <X aria-hidden size={16} />
        </Button>
      </div>
      {open === 'replace' && !readOnly && (
        <div className="find-row">
          <input
            className="find-field"
            aria-label="替换为"
            placeholder="替换为"
            onInput={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={onEnter(replaceOne)}
          />
          <Button label="替换" disabled={matches.length === 0} onPress={replaceOne} />
          <Button label="全部替换" disabled={matches.length === 0} onPress={replaceEvery} />
        </div>
      )}
    </search>
  )
}
