import type { Handout } from '../../shared/model/handouts/handout.ts'
import { mergedCells } from '../../shared/model/handouts/merged-cells.ts'
import { nameCard } from '../../shared/model/handouts/name-card.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { breakTitle } from '../../shared/model/title-lines.ts'
import { applyStyle } from '../ui/paper/paper-style.ts'
import { breakRows } from './break-rows.ts'
import { barePage, pageElement, type SheetLook } from './page-element.ts'

/** Points, as in a paper (GB/T 9704-2012, 7.3.1). */
const TITLE_SIZE = 22
const A4 = { short: 210, long: 297 }
const PIXELS_PER_MM = 96 / 25.4

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** A landscape page is bound at its upper edge (GB/T 9704-2012, 8). */
function marginsOf({ margins }: Settings['layout'], landscape: boolean) {
  const { top, right, bottom, left } = margins
  return landscape ? { top: left, right: top, bottom: right, left: bottom } : margins
}

type Table = NonNullable<Handout['table']>

/**
 * As much of a table as its rows from `from` to `to`, with its head. A merged cell that goes on from the page before is
 * empty, as in Word.
 */
function tableElement(table: Table, from = 0, to = table.rows.length): HTMLTableElement {
  const made = document.createElement('table')
  made.className = 'handout-table'
  applyStyle(made, { '--handout-size': `${table.size}pt`, '--handout-row': `${table.rowHeight}mm` })
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const columns = document.createElement('colgroup')
  for (const { width } of table.columns) {
    const column = document.createElement('col')
    column.style.width = `${(width / total) * 100}%`
    columns.append(column)
  }
  const head = made.createTHead().insertRow()
  for (const { label } of table.columns) head.append(element('th', '', label))
  const body = made.createTBody()
  const merged = mergedCells(table, from, to)
  for (const [at, texts] of table.rows.entries()) {
    if (at < from || at >= to) continue
    const row = body.insertRow()
    for (const [index, text] of texts.entries()) {
      const span = merged(at, index)
      if (span === null) continue
      const cell = row.insertCell()
      cell.textContent = span.goesOn ? '' : text
      cell.rowSpan = span.rows
      if (texts.length === 1) cell.colSpan = table.columns.length
      else if (table.columns[index]?.align === 'centre') cell.className = 'is-centre'
    }
  }
  made.prepend(columns)
  return made
}

function drawSheet(handout: Handout, layout: Settings['layout'], column: HTMLElement, look: SheetLook): HTMLElement[] {
  const { landscape, title, lines, notes } = handout
  const margins = marginsOf(layout, landscape)
  column.className = `print-column paper handout${landscape ? ' is-landscape' : ''}`
  applyStyle(column, look.style)
  const heading = element('h1', 'paper-title')
  const width = (landscape ? A4.long : A4.short) - margins.left - margins.right
  const titleLines = breakTitle(title, Math.floor((width * 72) / 25.4 / TITLE_SIZE))
  heading.append(...titleLines.flatMap((line, index) => (index > 0 ? [document.createElement('br'), line] : [line])))
  const front = [heading, ...lines.map((line) => element('p', 'handout-line', line))]
  const table = handout.table && tableElement(handout.table)
  const foot = notes.map((note) => element('p', 'handout-note', note))
  column.replaceChildren(...front, ...(table ? [table] : []), ...foot)

  const top = column.getBoundingClientRect().top
  const height = ((landscape ? A4.short : A4.long) - margins.top - margins.bottom) * PIXELS_PER_MM
  const head = table?.tHead?.getBoundingClientRect().height ?? 0
  const heights = [...(table?.tBodies[0]?.rows ?? [])].map((row) => row.getBoundingClientRect().height)
  const start = (table ?? foot[0])?.getBoundingClientRect().top ?? top
  const end = table?.getBoundingClientRect().bottom ?? start
  const room = {
    first: height - (start - top) - head - 1,
    other: height - head - 1,
    notes: column.getBoundingClientRect().bottom - end,
  }
  const { pages, notesApart } = breakRows(heights, room)
  const contents = pages.map(({ from, to }, index) => [
    ...(index === 0 ? front : []),
    ...(handout.table ? [tableElement(handout.table, from, to)] : []),
  ])
  if (notesApart && notes.length > 0) contents.push(foot)
  else contents.at(-1)?.push(...foot)
  column.replaceChildren()
  return contents.map((content, index) => pageElement(content, index + 1, contents.length, look))
}

function drawCard(name: string, look: SheetLook): HTMLElement {
  const { lines, size, spacing } = nameCard(name)
  const halves = ['is-upper', 'is-lower'].map((side) => {
    const half = element('p', `name-card ${side}`, lines.join('\n'))
    applyStyle(half, { '--card-size': `${size}pt`, '--card-spacing': `${spacing}pt` })
    return half
  })
  return barePage(halves, look)
}

/** The pages of a handout; as in the exported Word document the head of a table stands on every page. */
export function drawHandout(handout: Handout, layout: Settings['layout'], column: HTMLElement): HTMLElement[] {
  const { top, right, bottom, left } = marginsOf(layout, handout.landscape)
  const look: SheetLook = {
    kind: 'standard',
    number: layout.pageNumber,
    numberForm: layout.pageNumberForm,
    landscape: handout.landscape,
    style: {
      '--paper-size': '16',
      '--paper-margin-top': `${top}mm`,
      '--paper-margin-right': `${right}mm`,
      '--paper-margin-bottom': `${bottom}mm`,
      '--paper-margin-left': `${left}mm`,
    },
  }
  if (handout.kind === 'name-cards') return handout.cards.map((name) => drawCard(name, look))
  return drawSheet(handout, layout, column, look)
}
