import type { Table, TableCell } from '../../shared/model/rectification/ledger-table.ts'

const MOST = 200

/** The first table of what Word, WPS or Excel puts on the clipboard; null when there is none. Merged cells are repeated. */
export function pastedTable(html: string): Table | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows: TableCell[][] = []
  const goingOn: { cell: string; left: number }[] = []
  for (const line of table.rows) {
    const row: TableCell[] = []
    const takeFromAbove = () => {
      for (let above = goingOn[row.length]; above && above.left > 0; above = goingOn[row.length]) {
        above.left -= 1
        row.push({ text: above.cell, isContinued: true })
      }
    }
    takeFromAbove()
    for (const cell of line.cells) {
      const text = cellText(cell)
      for (let count = 0; count < Math.min(cell.colSpan, MOST); count++) {
        goingOn[row.length] = { cell: text, left: cell.rowSpan - 1 }
        row.push({ text, isContinued: false })
      }
      takeFromAbove()
    }
    rows.push(row)
  }
  return rows
}

/** Paragraphs of a cell, a line each. */
function cellText(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br, p + p, div + div')) end.before('\n')
  return (cell.textContent ?? '')
    .replace(/[\t\u00a0 ]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim()
}

/** Text with tabs, as Excel gives it besides; null where no line has one. */
export function tabbedTable(text: string): Table | null {
  if (!text.includes('\t')) return null
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => ({ text: cell.replace(/^"|"$/g, ''), isContinued: false })))
}
