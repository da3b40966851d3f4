import { useEffect, useRef, useState } from 'react'
import type { Settings } from '../../shared/model/settings.ts'
import { pageGeometry } from '../ui/paper/page-geometry.ts'
import { type PageBreak, pageBreaks } from './page-breaks.ts'
import type { PaperEditor } from './paper-editor.ts'

/** After the last change; milliseconds. Measuring is not for every key. */
const LAG = 350

function Line({ page, top }: PageBreak) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    line.current?.style.setProperty('top', `${top}px`)
  }, [top])
  return (
    <div className="page-break" ref={line}>
      <span className="page-break-label">第 {page} 页</span>
    </div>
  )
}

/** Shows beside the text where its pages will begin. It lies over the sheet and never in the text. */
export function PageBreaks({ editor, layout }: { editor: PaperEditor; layout: Settings['layout'] }) {
  const [breaks, setBreaks] = useState<PageBreak[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const geometry = pageGeometry(layout, 'standard')
    const look = () => {
      const view = editor.editorView
      if (view.isDestroyed || view.composing) return
      const next = pageBreaks(view, geometry)
      setBreaks((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, LAG)
    }
    later()
    const stop = editor.onUpdate(later)
    const resized = new ResizeObserver(later)
    resized.observe(editor.editorView.dom)
    return () => {
      clearTimeout(timer)
      stop()
      resized.disconnect()
    }
  }, [editor, layout])
  return (
    <div className="page-breaks" aria-hidden>
      {breaks.map((one) => (
        <Line key={one.page} {...one} />
      ))}
    </div>
  )
}
