import type { PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { parseMarkedWords } from '../../shared/text/readings.ts'
import { type PrintKind, pageGeometry } from '../ui/paper/page-geometry.ts'
import { applyStyle } from '../ui/paper/paper-style.ts'
import { layOut } from './lay-out.ts'
import { pageElement } from './page-element.ts'
import { paperBlocks } from './paper-blocks.ts'

export interface PaperDrawing {
  doc: PaperNode
  factText: FactText
  layout: Settings['layout']
  kind: PrintKind
  /** For the time marks of a lectern copy. */
  rate: Settings['speakingRate']
}

/** The pages of a paper. `column` is where its paragraphs are measured; it is empty afterwards. */
export function drawPaper({ doc, factText, layout, kind, rate }: PaperDrawing, column: HTMLElement): HTMLElement[] {
  const geometry = pageGeometry(layout, kind)
  const style = { '--paper-size': String(geometry.size) }
  const aids =
    kind === 'podium'
      ? {
          readings: { rare: layout.podiumRarePinyin, words: parseMarkedWords(layout.podiumPinyinWords) },
          timeMarks: { every: layout.podiumTimeMarks, rate },
        }
      : null
  column.className = kind === 'podium' ? 'print-column paper is-podium' : 'print-column paper'
  applyStyle(column, style)
  const pages = layOut(paperBlocks(doc, factText, layout, geometry, aids), column, geometry)
  return pages.map((content, index) =>
    pageElement(content, index + 1, pages.length, {
      kind,
      number: geometry.pageNumber,
      numberForm: geometry.pageNumberForm,
      style,
    }),
  )
}
