import { Failure } from '../../shared/contract/failures.ts'
import type { Table, TableCell } from '../../shared/model/rectification/ledger-table.ts'
import { readXml } from './xml-reader.ts'
import type { ZipReader } from './zip-reader.ts'

interface OpenCell {
  paragraphs: string[]
  span: number
  isContinued: boolean
}

const MOST_SPAN = 200

/** The tables of a .docx, merged cells repeated; a table inside a cell counts as text of that cell. @throws Failure */
export function readDocxTables(zip: ZipReader): Table[] {
  const xml = zip.text('word/document.xml')
  if (xml === null) throw new Failure('unsupported-file', '这不是 Word 文件。')
  const tables: TableCell[][][] = []
  let depth = 0
  let rows: TableCell[][] = []
  let row: TableCell[] = []
  let cell: OpenCell | null = null
  let inText = false
  let isDeleted = 0
  readXml(xml, {
    open(name, attribute) {
      if (name === 'w:tbl' && ++depth === 1) rows = []
      if (name === 'w:del') isDeleted += 1
      if (depth === 1 && name === 'w:tr') row = []
      if (depth === 1 && name === 'w:tc') cell = { paragraphs: [], span: 1, isContinued: false }
      if (!cell) return
      if (name === 'w:p') cell.paragraphs.push('')
      if (depth === 1 && name === 'w:gridSpan') cell.span = Math.min(Number(attribute('w:val')) || 1, MOST_SPAN)
      if (depth === 1 && name === 'w:vMerge') cell.isContinued = attribute('w:val') !== 'restart'
      if (name === 'w:br' || name === 'w:tab') append(cell, name === 'w:br' ? '\n' : ' ')
      if (name === 'w:t') inText = true
    },
    close(name) {
      if (name === 'w:t') inText = false
      if (name === 'w:del') isDeleted -= 1
      if (name === 'w:tbl' && depth-- === 1) tables.push(rows)
      if (depth !== 1) return
      if (name === 'w:tc' && cell) {
        const above = rows.at(-1)?.[row.length]?.text ?? ''
        const text = cell.isContinued ? above : cell.paragraphs.join('\n').trim()
        for (let count = 0; count < cell.span; count++) row.push({ text, isContinued: cell.isContinued })
        cell = null
      }
      if (name === 'w:tr') rows.push(row)
    },
    text(text) {
      if (inText && cell && isDeleted === 0) append(cell, text)
    },
  })
  return tables
}

function append(cell: OpenCell, text: string): void {
  if (cell.paragraphs.length === 0) cell.paragraphs.push('')
  cell.paragraphs[cell.paragraphs.length - 1] += text
}
