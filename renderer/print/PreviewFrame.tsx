import { Printer, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { SaveAsPdf } from './SaveAsPdf.tsx'
import '../ui/paper/paper.css'
import './print.css'

interface PreviewFrameProps {
  title: string
  /** 共 9 页. */
  count: string
  /** Of a PDF, without its ending. */
  fileName: string
  /** More buttons of the bar. */
  choices?: ReactNode
  onCover(cover: HTMLElement | null): void
  onPrint(): void
  onClose(): void
  children: ReactNode
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

/** What is around the pages of a print preview: its bar, its keys, and the way to the printer. */
export function PreviewFrame({
  title,
  count,
  fileName,
  choices,
  onCover,
  onPrint,
  onClose,
  children,
}: PreviewFrameProps) {
  const [cover, setCover] = useState<HTMLElement | null>(null)
  const heading = useId()
  useCovering(cover)

  const onKeyDown = (event: KeyboardEvent) => {
    const wantsPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p'
    if (event.key === 'Escape') onClose()
    else if (wantsPrint) onPrint()
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
      ref={(element) => {
        setCover(element)
        onCover(element)
      }}
      onKeyDown={onKeyDown}
    >
      <header className="print-bar">
        <h2 id={heading} className="print-title">
          {title}
        </h2>
        <output className="print-count">{count}</output>
        {choices}
        <SaveAsPdf fileName={fileName} />
        <button type="button" className="print-button is-main" data-first-focus="" onClick={onPrint}>
          <Printer aria-hidden size={16} />
          打印
        </button>
        <button type="button" className="print-button" onClick={onClose}>
          <X aria-hidden size={16} />
          关闭
        </button>
      </header>
      {children}
    </div>,
    document.body,
  )
}
