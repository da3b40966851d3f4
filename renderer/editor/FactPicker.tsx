import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FactDefinition } from '../../shared/model/facts.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { closeFactPicker, type FactQuery, insertFact } from './fact-picker.ts'
import type { PaperEditor } from './paper-editor.ts'

/** Takes a key while the picker is open; true when it was used. */
export type PickerKeys = (key: string) => boolean

type Find = (query: string) => FactDefinition[]

interface Props {
  editor: PaperEditor
  query: FactQuery
  definitions: readonly FactDefinition[]
  factText: FactText
  keys: RefObject<PickerKeys | null>
}

const PAGE = 8

/** The list of 会议要素 under a typed 【. The focus stays in the text; arrows, Enter and Esc work in the list. */
export function FactPicker({ editor, query, definitions, factText, keys }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [find, setFind] = useState<Find | null>(null)
  const [chosen, setChosen] = useState(0)

  useEffect(() => {
    let wanted = true
    // The tables of pinyin are large, and most sessions of writing never need them.
    void import('./fact-search.ts').then(({ factSearch }) => {
      if (wanted) setFind(() => factSearch(definitions))
    })
    return () => {
      wanted = false
    }
  }, [definitions])

  const found = useMemo(() => (find ? find(query.query) : [...definitions]), [find, query.query, definitions])
  const at = Math.min(chosen, found.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at the top again.
  useEffect(() => setChosen(0), [query.query])

  const take = (definition: FactDefinition | undefined): boolean => {
    if (!definition) return false
    const done = editor.exec(insertFact(definition.key))
    editor.focus()
    return done
  }

  useEffect(() => {
    const choose = (index: number): boolean => {
      if (found.length > 0) setChosen(index)
      return found.length > 0
    }
    keys.current = (key) => {
      if (key === 'ArrowDown') return choose((at + 1) % found.length)
      if (key === 'ArrowUp') return choose((at - 1 + found.length) % found.length)
      if (key === 'PageDown') return choose(Math.min(at + PAGE, found.length - 1))
      if (key === 'PageUp') return choose(Math.max(at - PAGE, 0))
      if (key === 'Escape') return editor.exec(closeFactPicker)
      return take(found[at])
    }
    return () => {
      keys.current = null
    }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is as high as its list is long.
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    const place = () => {
      const caret = editor.editorView.coordsAtPos(query.from)
      const below = caret.bottom + 4
      const fits = below + box.offsetHeight < window.innerHeight
      box.style.top = `${fits ? below : Math.max(4, caret.top - box.offsetHeight - 4)}px`
      box.style.left = `${Math.min(caret.left, window.innerWidth - box.offsetWidth - 8)}px`
    }
    place()
    const scroller = editor.editorView.dom.closest('[data-editor-scroller]')
    scroller?.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      scroller?.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [editor, query.from, found.length])

  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const current = found[at]
  return (
    <div className="fact-picker" ref={list}>
      <div role="listbox" aria-label="会议要素" className="fact-picker-list">
        {found.map((definition, index) => {
          const { text } = factText(definition.key)
          return (
            <div
              key={definition.key}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="fact-picker-option"
              onMouseDown={(event) => {
                event.preventDefault()
                take(definition)
              }}
            >
              <span className="fact-picker-label">{definition.label}</span>
              <span className={text === null ? 'fact-picker-value is-open' : 'fact-picker-value'}>
                {text ?? '待填'}
              </span>
            </div>
          )
        })}
      </div>
      {found.length === 0 && <p className="fact-picker-empty">没有这个要素，继续输入或按 Esc</p>}
      <output className="visually-hidden">
        {current ? `${current.label}，第 ${at + 1} 项，共 ${found.length} 项` : ''}
      </output>
    </div>
  )
}
