import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { pageFigures } from '../../shared/model/page-figures.ts'
import { applyStyle, paperStyle } from '../ui/paper/paper-style.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import type { EditorHandle, EditorProps } from './editor-handle.ts'
import { FactPicker, type PickerKeys } from './FactPicker.tsx'
import { FindBar } from './FindBar.tsx'
import { type FactQuery, factQuery } from './fact-picker.ts'
import { PageBreaks } from './PageBreaks.tsx'
import { PaperEditor } from './paper-editor.ts'
import { type Search, searchOf } from './search.ts'
import '../ui/paper/paper.css'
import './editor.css'

interface Shown {
  search: Search
  query: FactQuery | null
}

/**
 * A paper, typed as it prints. The view is created once for a paper; React draws only what stands around it, so a
 * key costs no rendering.
 */
export function Editor({ ref, ...props }: EditorProps & { ref?: Ref<EditorHandle | null> }) {
  const { paperId, factText, factDefinitions, highlights, layout, zoom = 1, readOnly = false } = props
  const mount = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const pickerKeys = useRef<PickerKeys | null>(null)
  const [editor, setEditor] = useState<PaperEditor | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view lives as long as the paper is open.
  useLayoutEffect(() => {
    if (!mount.current) return
    const created = new PaperEditor(mount.current, {
      doc: latest.current.doc,
      undoSteps: latest.current.undoSteps ?? null,
      factText: latest.current.factText,
      titleCharacters: () => pageFigures(latest.current.layout, 'standard').titleCharacters,
      editable: () => !latest.current.readOnly,
      events: () => ({
        ...latest.current,
        onState: (state) => {
          const next = { search: searchOf(state), query: factQuery(state) }
          setShown((before) => {
            const same = before?.search === next.search && before.query === next.query
            const idle = !before?.search.open && !before?.query && !next.search.open && !next.query
            return before && (same || idle) ? before : next
          })
        },
        onPickerKey: (key) => pickerKeys.current?.(key) ?? false,
      }),
    })
    setEditor(created)
    setShown(null)
    return () => {
      setEditor(null)
      created.destroy()
    }
  }, [paperId])

  useImperativeHandle<EditorHandle | null, EditorHandle | null>(ref, () => editor, [editor])
  useLayoutEffect(() => {
    if (sheet.current) applyStyle(sheet.current, paperStyle(layout, zoom))
  }, [layout, zoom])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view reads the layout when told to look.
  useEffect(() => editor?.layoutChanged(), [editor, layout])
  useEffect(() => editor?.setFactText(factText), [editor, factText])
  useEffect(() => editor?.setHighlights(highlights), [editor, highlights])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view reads whether it may be edited when told to look.
  useEffect(() => editor?.editorView.setProps({}), [editor, readOnly])

  return (
    <section className="editor" aria-label="文稿">
      {editor && !readOnly && (
        <EditorToolbar
          editor={editor}
          {...(props.onRemark ? { onRemark: props.onRemark } : {})}
          {...(props.menu ? { menu: props.menu } : {})}
        />
      )}
      {editor && readOnly && (
        <div className="editor-reading">
          <span>只看不改：可以查找、复制、写批注。</span>
          <button type="button" className="editor-button" onClick={props.onEdit}>
            开始修改
          </button>
        </div>
      )}
      {editor && shown?.search.open && <FindBar editor={editor} search={shown.search} readOnly={readOnly} />}
      <div className="editor-desk" data-editor-scroller="">
        <div className="editor-sheet" ref={sheet}>
          <div ref={mount} />
          {editor && <PageBreaks editor={editor} layout={layout} />}
        </div>
      </div>
      {editor && shown?.query && !readOnly && (
        <FactPicker
          editor={editor}
          query={shown.query}
          definitions={factDefinitions}
          factText={factText}
          keys={pickerKeys}
        />
      )}
    </section>
  )
}
