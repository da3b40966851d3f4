import { type PageNumberForm, pageNumberText } from '../../shared/model/page-number.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { PrintKind } from '../ui/paper/page-geometry.ts'
import { applyStyle } from '../ui/paper/paper-style.ts'

/** What a sheet looks like besides its text. */
export interface SheetLook {
  kind: PrintKind
  number: Settings['layout']['pageNumber']
  numberForm: PageNumberForm
  landscape?: boolean
  /** Custom properties of paper.css. */
  style: Record<string, string>
}

function sheet({ kind, landscape = false, style }: SheetLook): HTMLElement {
  const element = document.createElement('section')
  element.className = `print-page is-${kind}${landscape ? ' is-landscape' : ''}`
  applyStyle(element, style)
  return element
}

/** One printed page with its number. */
export function pageElement(content: readonly Node[], page: number, total: number, look: SheetLook): HTMLElement {
  const element = sheet(look)
  element.setAttribute('aria-label', `第 ${page} 页，共 ${total} 页`)
  const area = document.createElement('div')
  area.className = look.kind === 'podium' ? 'print-area paper is-podium' : 'print-area paper'
  area.append(...content)
  const number = document.createElement('p')
  number.className = `print-number ${look.number === 'outside' ? (page % 2 === 1 ? 'is-right' : 'is-left') : 'is-centre'}`
  number.textContent = look.number === 'none' ? '' : pageNumberText(look.numberForm, page, total)
  element.append(area, number)
  return element
}

/** A page of nothing else than `content`, which covers it. */
export function barePage(content: readonly Node[], look: SheetLook): HTMLElement {
  const element = sheet(look)
  element.append(...content)
  return element
}
