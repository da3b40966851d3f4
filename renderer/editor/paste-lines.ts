import type { SourceLine } from '../../shared/model/recognise.ts'

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
/** What carries no words of the text. */
const SILENT = new Set(
  'SCRIPT STYLE TEMPLATE HEAD TITLE META LINK NOSCRIPT SVG MATH OBJECT IFRAME TEXTAREA SELECT BUTTON'.split(' '),
)
/** Word marks the tracked deletions it copies like this. */
const DELETED = new Set(['DEL', 'S', 'STRIKE'])

const TAG = /<[a-z][^>]*>/gi
const STYLE_SHEET = /<style\b[\s\S]*?<\/style\s*>/gi
/** Where relative addresses would point to. */
const BASE = /<base\b[^>]*>/gi

/**
 * HTML whose styles and handlers are mere data. A document of its own obeys the content security policy of the page,
 * and every inline style in it would be reported as an attack.
 */
export function harmless(html: string): string {
  return html
    .replace(STYLE_SHEET, '')
    .replace(BASE, '')
    .replace(TAG, (tag) => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-$1'))
}

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''

function isHidden(element: Element): boolean {
  const style = styleOf(element)
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style) || element.hasAttribute('hidden')
}

function headingLevel(element: Element): number | undefined {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1] ?? /mso-outline-level:\s*([1-9])/.exec(styleOf(element))?.[1]
  return level === undefined ? undefined : Math.min(4, Number(level))
}

class Lines {
  readonly done: SourceLine[] = []
  private text = ''
  private styleLevel: number | undefined
  /** Number of a list item that waits for its words: they may stand in a paragraph of their own. */
  private marker = ''

  add(text: string): void {
    this.text += text
  }

  /** A list item begins; without a number there is nothing to wait for. */
  item(marker: string): void {
    this.marker = marker
  }

  begin(styleLevel: number | undefined): void {
    this.end()
    this.styleLevel = styleLevel
  }

  end(): void {
    // A line of the source that ends between two Chinese characters means no space.
    const text = this.text
      .replace(/(?<=[\u2e80-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef])/g, '')
      .replace(/[ \t\n\r\u00a0\u200b\ufeff]+/g, ' ')
      .trim()
    if (text !== '') {
      const numbered = this.marker + text
      this.done.push(
        this.styleLevel === undefined ? { text: numbered } : { text: numbered, styleLevel: this.styleLevel },
      )
      this.marker = ''
    }
    this.text = ''
    this.styleLevel = undefined
  }
}

/** The number a list item shows that is not written in its text. */
function listMarker(item: Element): string {
  const list = item.parentElement
  if (list?.tagName !== 'OL') return ''
  const items = [...list.children].filter((child) => child.tagName === 'LI')
  const start = Number(list.getAttribute('start') ?? 1)
  return `${(Number.isFinite(start) ? start : 1) + items.indexOf(item)}.`
}

function walk(node: Node, lines: Lines): void {
  if (node.nodeType === Node.TEXT_NODE) {
    lines.add(node.nodeValue ?? '')
    return
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return
  const element = node as Element
  const name = element.tagName.toUpperCase()
  if (SILENT.has(name) || DELETED.has(name) || isHidden(element)) return
  if (/mso-list\s*:\s*ignore/i.test(styleOf(element))) {
    // The number Word counts, with the room behind it.
    lines.add((element.textContent ?? '').trim())
    return
  }
  if (name === 'BR') {
    lines.end()
    return
  }
  // Cells stay on the line of their row.
  const isCell = name === 'TD' || name === 'TH'
  const inCell = !isCell && element.closest('td, th') !== null
  const isLine = BLOCKS.has(name) && !isCell && !inCell
  if (isLine) lines.begin(headingLevel(element))
  if (name === 'LI' && !inCell) lines.item(listMarker(element))
  if (isCell && element.previousElementSibling) lines.add(' ')
  for (const child of element.childNodes) walk(child, lines)
  if (isLine) lines.end()
  // An empty item gives its number to nobody.
  if (name === 'LI' && !inCell) lines.item('')
}

/**
 * The lines of HTML from Word, WPS, LibreOffice or the web, without its formatting. It is read in a document of its
 * own, in which scripts do not run and nothing is fetched.
 */
export function linesOfHtml(html: string): SourceLine[] {
  const parsed = new DOMParser().parseFromString(harmless(html), 'text/html')
  const lines = new Lines()
  walk(parsed.body, lines)
  lines.end()
  return lines.done
}
