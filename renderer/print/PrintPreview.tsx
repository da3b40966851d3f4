import { useLayoutEffect, useRef, useState } from 'react'
import type { PaperNode } from '../../shared/model/schema.ts'
import { defaultSettings, type Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { PrintKind } from '../ui/paper/page-geometry.ts'
import { applyStyle, paperStyle } from '../ui/paper/paper-style.ts'
import { drawPaper } from './draw-paper.ts'
import { PreviewFrame } from './PreviewFrame.tsx'

export interface PrintPreviewProps {
  doc: PaperNode
  factText: FactText
  layout: Settings['layout']
  rate?: Settings['speakingRate']
  title: string
  kind?: PrintKind
  onClose: () => void
}

const KINDS: readonly { kind: PrintKind; label: string }[] = [
  { kind: 'standard', label: '标准版' },
  { kind: 'podium', label: '大字版' },
]

/** The paper on its pages, as it will be printed, and the way to the printer. */
export function PrintPreview({
  doc,
  factText,
  layout,
  rate = defaultSettings.speakingRate,
  title,
  kind: firstKind = 'standard',
  onClose,
}: PrintPreviewProps) {
  const [kind, setKind] = useState(firstKind)
  const [total, setTotal] = useState(0)
  const [cover, setCover] = useState<HTMLElement | null>(null)
  const column = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [to, from] = [pages.current, column.current]
    if (!to || !from || !cover) return
    applyStyle(cover, paperStyle(layout))
    const draw = () => {
      const drawn = drawPaper({ doc, factText, layout, kind, rate }, from)
      to.replaceChildren(...drawn)
      setTotal(drawn.length)
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
  }, [doc, factText, layout, kind, rate, cover])

  const choices = (
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
  )
  return (
    <PreviewFrame
      title={`打印预览：${title}`}
      fileName={kind === 'podium' ? `${title}（大字稿）` : title}
      count={total > 0 ? `共 ${total} 页` : ''}
      choices={choices}
      onCover={setCover}
      onPrint={() => window.print()}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages are scrolled with the keyboard. */}
      <section className="print-pages" ref={pages} tabIndex={0} aria-label="各页" />
      <div className="print-column paper" ref={column} aria-hidden />
    </PreviewFrame>
  )
}
