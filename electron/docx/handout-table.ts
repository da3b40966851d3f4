import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { HandoutColumn, HandoutTable } from '../../shared/model/handouts/handout.ts'
import { mergedCells } from '../../shared/model/handouts/merged-cells.ts'
import type { PageDesign } from './page-design.ts'
import type { RunWriter } from './run-writer.ts'
import { writable } from './xml.ts'

/** Least distance of lines in a cell, in parts of the size of its letters. */
const CELL_LINE = 1.35
const TWIPS_PER_MM = 1440 / 25.4
/** Twips; 2 pt above and below keep letters off the lines. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 108, right: 108 }
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

interface CellLook {
  chinese: string
  style: 'HuibeiTableHead' | 'HuibeiTableCell'
  align: HandoutColumn['align']
}

/** A table whose head is repeated on every page and whose rows are never torn apart. */
export function handoutTable(
  table: HandoutTable,
  design: PageDesign,
  writer: RunWriter,
  { withNotes }: { withNotes: boolean },
): Table {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = table.columns.map(({ width }) => Math.floor((width / total) * design.textWidth))
  const { fonts } = design

  /** Notes behind the table must not stand alone on a page: its last row goes with them. */
  const isKept = (row: number) => withNotes && row === table.rows.length - 1
  const cell = (
    text: string,
    look: CellLook,
    span: { width: number; columns: number; rows?: number; keepNext?: boolean },
  ) =>
    new TableCell({
      ...(span.rows === undefined ? {} : { rowSpan: span.rows }),
      width: { size: span.width, type: WidthType.DXA },
      columnSpan: span.columns,
      verticalAlign: VerticalAlign.CENTER,
      children: writable(text)
        .split('\n')
        .map(
          (line) =>
            new Paragraph({
              style: look.style,
              ...(span.keepNext ? { keepNext: true } : {}),
              alignment: look.align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT,
              spacing: { line: Math.round(table.size * CELL_LINE * 20), lineRule: LineRuleType.AT_LEAST },
              children: writer.runs(look.chinese, line, { size: table.size * 2 }),
            }),
        ),
    })
  const height = { value: Math.round(table.rowHeight * TWIPS_PER_MM), rule: HeightRule.ATLEAST }
  const row = (cells: TableCell[], tableHeader = false) =>
    new TableRow({ children: cells, cantSplit: true, tableHeader, height })

  const head = table.columns.map(({ label }, index) =>
    cell(
      label,
      { chinese: fonts.hei, style: 'HuibeiTableHead', align: 'centre' },
      { width: widths[index] ?? 0, columns: 1 },
    ),
  )
  const across = { width: widths.reduce((sum, width) => sum + width, 0), columns: table.columns.length }
  const merged = mergedCells(table)
  const body = table.rows.map((texts, at) =>
    row(
      texts.length === 1
        ? [
            cell(
              texts[0] ?? '',
              { chinese: fonts.body, style: 'HuibeiTableCell', align: 'left' },
              { ...across, keepNext: isKept(at) },
            ),
          ]
        : table.columns.flatMap(({ align }, index) => {
            const down = merged(at, index)
            if (down === null) return []
            const look: CellLook = { chinese: fonts.body, style: 'HuibeiTableCell', align }
            const span = {
              width: widths[index] ?? 0,
              columns: 1,
              keepNext: isKept(at),
              ...(down.rows > 1 ? { rows: down.rows } : {}),
            }
            return [cell(texts[index] ?? '', look, span)]
          }),
    ),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    width: { size: across.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: [row(head, true), ...body],
  })
}
