import { Printer, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { type PrintKind, pageGeometry } from '../ui/paper/page-geometry.ts'
import { applyStyle, paperStyle } from '../ui/paper/paper-style.ts'
import { layOut } from './lay-out.ts'
import { paperBlocks } from './paper-blocks.ts'
import '../ui/paper/paper.css'
import './print.css'

export interface PrintPreviewProps {
  doc: PaperNode
  factText: FactText
  layout: Settings['layout']
  title: string
  kind?: PrintKind
  onClose: () => void
}

const KINDS: readonly { kind: PrintKind; label: string }[] = [
  { kind: 'standard', label: '标准版' },
  { kind: 'podium', label: '大字版' },
]

function numberText(form: string, page: number, total: number): string {
  if (form === 'none') return ''
  return form === 'of-total' ? `第${page}页/共${total}页` : `— ${page} —`
}

function pageElement(
  content: readonly HTMLElement[],
  page: number,
  total: number,
  kind: PrintKind,
  form: string,
): HTMLElement {
  const sheet = document.createElement('section')
  sheet.className = `print-page is-${kind}`
  sheet.setAttribute('aria-label', `第 ${page} 页，共 ${total} 页`)
  const area = document.createElement('div')
  area.className = kind === 'podium' ? 'print-area paper is-podium' : 'print-area paper'
  area.append(...content)
  const number = document.createElement('p')
  number.className = `print-number ${form === 'outside' ? (page % 2 === 1 ? 'is-right' : 'is-left') : 'is-centre'}`
  number.textContent = numberText(form, page, total)
  sheet.append(area, number)
  return sheet
}

/** Takes everything else on the page out of reach while the preview covers it. */
function useCovering(element: HTMLElement | null): void {
  useEffect(() => {
    if (!element) return
    const before = document.activeElement
    const others = [...document.body.children].filter((other) => other !== element && !other.hasAttribute('inert'))
    for (const other of others) other.setAttribute('inert', '')
    element.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      for (const other of others) other.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [element])
}

/** The paper on its pages, as it will be printed, and the way to the printer. */
export function PrintPreview({
  doc,
  factText,
  layout,
  title,
  kind: firstKind = 'standard',
  onClose,
}: PrintPreviewProps) {
  const [kind, setKind] = useState(firstKind)
  const [total, setTotal] = useState(0)
  const [cover, setCover] = useState<HTMLElement | null>(null)
  const column = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const heading = useId()
  useCovering(cover)

  useLayoutEffect(() => {
    const [to, from] = [pages.current, column.current]
    if (!to || !from || !cover) return
    const geometry = pageGeometry(layout, kind)
    applyStyle(cover, { ...paperStyle(layout), '--paper-size': String(geometry.size) })
    const draw = () => {
      const laidOut = layOut(paperBlocks(doc, factText, layout.bylineOrder, geometry), from, geometry)
      to.replaceChildren(
        ...laidOut.map((content, index) => pageElement(content, index + 1, laidOut.length, kind, geometry.pageNumber)),
      )
      setTotal(laidOut.length)
    }
    draw()
    // A font first used here is looked up only now, and may be wider than the one measured with.
    let current = true
    void document.fonts.ready.then(() => {
      if (current) draw()
    })
    return () => {
      current = false
    }
  }, [doc, factText, layout, kind, cover])

  const onKeyDown = (event: KeyboardEvent) => {
    const wantsPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p'
    if (event.key === 'Escape') onClose()
    else if (wantsPrint) window.print()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return createPortal(
    <div
      className="print-preview"
      role="dialog"
      aria-modal="true"
      aria-labelledby={heading}
      ref={setCover}
      onKeyDown={onKeyDown}
    >
      <header className="print-bar">
        <h2 id={heading} className="print-title">
          打印预览：{title}
        </h2>
        <output className="print-count">{total > 0 ? `共 ${total} 页` : ''}</output>
        <fieldset className="print-kinds" aria-label="版式">
          {KINDS.map((choice) => (
            <button
              key={choice.kind}
              type="button"
              className="print-button"
              aria-pressed={choice.kind === kind}
              onClick={() => setKind(choice.kind)}
            >
              {choice.label}
            </button>
          ))}
        </fieldset>
        <button type="button" className="print-button is-main" data-first-focus="" onClick={() => window.print()}>
          <Printer aria-hidden size={16} />
          打印
        </button>
        <button type="button" className="print-button" onClick={onClose}>
          <X aria-hidden size={16} />
          关闭
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages are scrolled with the keyboard. */}
      <section className="print-pages" ref={pages} tabIndex={0} aria-label="各页" />
      <div
        className={kind === 'podium' ? 'print-column paper is-podium' : 'print-column paper'}
        ref={column}
        aria-hidden
      />
    </div>,
    document.body,
  )
}
