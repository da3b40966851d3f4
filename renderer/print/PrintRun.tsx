import { useLayoutEffect, useRef, useState } from 'react'
import type { Handout } from '../../shared/model/handouts/handout.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import type { PrintKind } from '../ui/paper/page-geometry.ts'
import { applyStyle, paperStyle } from '../ui/paper/paper-style.ts'
import { drawHandout } from './draw-handout.ts'
import { drawPaper } from './draw-paper.ts'
import { PreviewFrame } from './PreviewFrame.tsx'
import { barePage } from './page-element.ts'

/** One thing of a print run, so many times. */
export interface PrintJob {
  id: string
  label: string
  copies: number
  content: { type: 'paper'; doc: PaperNode; kind: PrintKind } | { type: 'handout'; handout: Handout }
}

interface PrintRunProps {
  title: string
  jobs: readonly PrintJob[]
  factText: FactText
  layout: Settings['layout']
  rate: Settings['speakingRate']
  /** Printed on both sides, every copy begins on a front: one of odd length gets an empty page. */
  bothSides: boolean
  onClose(): void
}

interface DrawnJob {
  pages: HTMLElement[]
  copies: number
}

const emptyPage = () => barePage([], { kind: 'standard', number: 'none', numberForm: 'bare', style: {} })

/** Pages of all copies beyond the first, each behind the one before. */
function moreCopies(jobs: readonly DrawnJob[], bothSides: boolean): HTMLElement[] {
  return jobs.flatMap(({ pages, copies }) => {
    const last = pages.at(-1)
    if (!last) return []
    const fill = bothSides && pages.length % 2 === 1 ? [emptyPage()] : []
    const copy = () => pages.map((page) => page.cloneNode(true) as HTMLElement)
    const more = Array.from({ length: copies - 1 }, () => [...copy(), ...fill.map(() => emptyPage())]).flat()
    const added = [...fill, ...more]
    last.after(...added)
    return added
  })
}

/** A meeting's papers one after the other, each in as many copies as wanted, in one go to the printer. */
export function PrintRun({ title, jobs, factText, layout, rate, bothSides, onClose }: PrintRunProps) {
  const [drawn, setDrawn] = useState<DrawnJob[]>([])
  const [cover, setCover] = useState<HTMLElement | null>(null)
  const column = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [to, from] = [pages.current, column.current]
    if (!to || !from || !cover) return
    applyStyle(cover, paperStyle(layout))
    const draw = () => {
      const result = jobs.map(({ id, label, copies, content }) => {
        const own =
          content.type === 'paper'
            ? drawPaper({ doc: content.doc, kind: content.kind, factText, layout, rate }, from)
            : drawHandout(content.handout, layout, from)
        for (const page of own) {
          page.dataset.job = id
          page.setAttribute('aria-label', `${label} ${page.getAttribute('aria-label') ?? ''}`)
        }
        return { pages: own, copies }
      })
      to.replaceChildren(...result.flatMap((job) => job.pages))
      setDrawn(result)
    }
    draw()
    let current = true
    void document.fonts.ready.then(() => {
      if (current) draw()
    })
    return () => {
      current = false
    }
  }, [jobs, factText, layout, rate, cover])

  const print = () => {
    const added = moreCopies(drawn, bothSides)
    window.addEventListener(
      'afterprint',
      () => {
        for (const page of added) page.remove()
      },
      { once: true },
    )
    window.print()
  }
  const sheets = drawn.reduce((sum, job) => sum + job.pages.length * job.copies, 0)
  const shown = drawn.reduce((sum, job) => sum + job.pages.length, 0)
  return (
    <PreviewFrame
      title={`打印预览：${title}`}
      fileName={`${title}材料`}
      count={`${jobs.length} 种材料 ${shown} 页，连同份数共 ${sheets} 页`}
      onCover={setCover}
      onPrint={print}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages are scrolled with the keyboard. */}
      <section className="print-pages" ref={pages} tabIndex={0} aria-label="各页" />
      <div className="print-column paper" ref={column} aria-hidden />
    </PreviewFrame>
  )
}
